import { pluralsOf } from '../model/amounts.js';
import type { Amount } from '../model/amounts.js';
import { isolated } from './isolated.js';
import type { ReasonTexts } from './reason-texts.js';

const plural = pluralsOf<'one' | 'two' | 'other'>('he');

const seconds = (n: Amount) => plural(n, { one: 'שנייה', two: 'שתי שניות', other: `${n.text} שניות` });

const MOMENT = 'אלפיות שנייה מאז 1970, או טקסט ISO 8601 מהשנים 1970 עד 9999';

/** מדוע חסרים נתונים. */
export const heReasons: ReasonTexts = {
  nothing: 'אין ערך',
  anObject: 'אובייקט',
  anArray: n => `רשימה (${n.text})`,

  unexpected: (path, value, expected) => `${path}: ${value}; הצפוי: ${expected}.`,
  text: 'טקסט',
  textNotEmpty: 'טקסט שאינו ריק',
  aList: 'רשימה',
  listOfIds: 'רשימת מזהים',
  wholeNumber: 'מספר שלם',
  wholeNumberFromZero: 'מספר שלם, 0 או יותר',
  secondsFromZero: 'שניות, 0 או יותר',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}, ולא יותר מיום אחד אחרי שעון הרשת`,
  momentSince2000: `${MOMENT}, לא לפני 2000`,
  momentOfPast: 'מועד שאינו מאוחר ממועד הנתונים',
  newLocationId: 'מזהה שאין לאף אתר לפניו',
  newStationId: 'מזהה שאין לאף עמדה לפניה',
  newIdOfList: 'מזהה שטרם הופיע ברשימה',
  stationOfNetwork: 'מזהה של עמדה ברשת',
  idOfLocations: 'מזהה של אתר ברשת',
  idOfStations: 'מזהה של עמדה ברשת',
  latitude: 'מעלות, ממינוס 90 עד 90',
  longitude: 'מעלות',
  placeNotZero: 'מיקום שאינו 0, 0, שמשמעו אין מיקום',
  statusWord: 'מצב מתוך OCPP 1.6, 2.0.1 או 2.1, או מתוך OCPI; כל מצב אחר נקרא כלא מוגדר',
  stationStatusWord:
    'Available, Occupied, Reserved, Unavailable או Faulted של העמדה כולה; כל מצב אחר אינו נקרא',
  deploymentState: states => `${states}; עמדות בכל מצב אחר אינן נספרות`,
  historyPoints: 'רשימת מועדים, מהישן לחדש',
  historyPoint: 'אובייקט עם at ו־counts',
  countsByDimension: 'ספירות לפי ממד',
  countsByStatus: 'ספירות לפי מצב',
  noneBut: fields => `רק השדות ${fields}`,

  ocpiFeed: `אתרי OCPI, במערך או ב־${isolated('{data: […]}')}`,
  ocpiLocation: 'אתר OCPI',
  ocpiLocationId: 'מזהה של Location',
  ocpiDateTime: `ערך DateTime כגון ${isolated('2026-06-07T16:25:39Z')}`,
  ocpiEvses: 'מערך של EVSE',
  ocpiEvse: 'EVSE של OCPI',
  ocpiUid: 'ערך uid של EVSE',
  ocpiStatus: 'מצב OCPI כגון AVAILABLE',
  ocpiDegrees: 'מעלות עשרוניות כטקסט',
  notOcpi: (expected, value) => `הצפוי: ${expected}; התקבל: ${value}.`,
  ocpiRefused: (expected, status) => `הצפוי: ${expected}; התקבל: status_code ${status}. הצלחה היא 1xxx.`,
  ocpiWithoutData: (expected, value) => `הצפוי: ${expected}; התקבל: אובייקט שתוכן data בו הוא: ${value}.`,
  ocpiWithoutDataBut: (expected, value, status) =>
    `הצפוי: ${expected}; התקבל: אובייקט שתוכן data בו הוא: ${value}. המצב שלו הוא ${status}.`,
  ocpiPage: (url, reason) => `${url}: ${reason}`,
  ocpiEndHidden:
    'לא ניתן לקרוא את Link ולא את X-Total-Count, ולכן ייתכן שיש עוד עמודים אחרי הראשון. שרת ממקור אחר חייב ' +
    'לשלוח X-Total-Count ו־"Access-Control-Expose-Headers: Link, X-Total-Count".',

  strangeEvent: (stream, event) =>
    `הזרם החי ${stream} שלח אירוע בשם ${event}; צפויים אירועים ללא שם. הוא לא נקרא.`,
  strangeLine: start =>
    `הזרם החי שלח שורה שמתחילה ב־${start}; הצפוי: data, event, id או retry ונקודתיים. היא לא נקראה.`,

  changeNotTaken: reason => `לא ניתן היה לקלוט שינוי (${reason}).`,

  partAway: part =>
    `החלק ${part} של מסד הנתונים אינו משיב כרגע; העמדות שלו חסרות ברשימות ובמפות מוגדלות, ובינתיים דבר אינו נספר מחדש, גם לא מה שמשתנה עם הזמן בלבד.`,

  notSnapshot: value => `תמונת המצב: ${value}; הצפוי: ${isolated('{locations: […]}')}.`,
  notLocations: value => `הערך locations של תמונת המצב: ${value}; הצפוי: רשימת אתרים.`,

  aSnapshot: `תמונת מצב, ${isolated('NetworkSnapshot {locations: […]}')}`,
  timedOut: (url, n) => `GET ${url}: במשך ${seconds(n)} לא הגיע דבר.`,
  unanswered: (url, reason) => `GET ${url}: אין תשובה (${reason}).`,
  refused: (url, status) => `GET ${url}: התשובה הייתה ${status}.`,
  refusedBecause: (url, status, detail) => `GET ${url}: התשובה הייתה ${status}. ${detail}`,
  tooLarge: (url, megabytes) =>
    `GET ${url}: התשובה גדולה מ־${megabytes.text} מגה־בייט; צפויה תשובה קטנה יותר.`,
  notJson: (url, reason, start, expected) =>
    `GET ${url}: התשובה אינה JSON (${reason}). היא מתחילה ב־${start}; הצפוי: ${expected}.`,
  otherShape: (url, expected) => `GET ${url}: התשובה היא JSON במבנה אחר; הצפוי: ${expected}.`,
  otherShapeOcpi: (url, expected) =>
    `GET ${url}: התשובה היא JSON במבנה אחר; הצפוי: ${expected}. זה נראה כמו OCPI, שנקרא בתבנית ocpi.`,
  unreadableAnswer: (url, reason) => `GET ${url}: לא ניתן לקרוא את התשובה. ${reason}`,
  redirectedAway: (url, origin) =>
    `GET ${url}: יש הפניה לשרת אחר, ${origin}, שהכותרות אינן נשלחות אליו; צפויה כתובת ה־URL שמשיבה.`,
  redirectedTwice: url => `GET ${url}: יש הפניה שלא ניתן לשלוח איתה את הכותרות; צפויה כתובת ה־URL שמשיבה.`,
  headersMissing: (url, reason) => `לא ניתן היה להשיג את הכותרות עבור GET ${url}: ${reason}`,
  getFailed: (url, reason) => `GET ${url}: ${reason}`,

  columnsBegin: (start, expected) => `העמודות מתחילות ב־${start}; הצפוי: ${expected}.`,
  columnsShort: (bytes, header) => `אורך העמודות בבתים הוא ${bytes}; צפויה כותרת באורך ${header}.`,
  columnsLength: (bytes, expected) => `אורך העמודות בבתים הוא ${bytes}; לפי הכותרת שלהן הוא ${expected}.`,
  columnFalls: (column, end, least) => `העמודה ${column}: ${end}; הצפוי: ${least} או יותר.`,
  columnOwns: (column, end, expected, part) =>
    `העמודה ${column} מסתיימת ב־${end}; הצפוי: ${expected}, המספר ב־${part}.`,
  columnEnds: (column, end, most) => `העמודה ${column} מסתיימת ב־${end}; הצפוי: לכל היותר ${most}.`,

  ocpiIdlePages: pages =>
    `צוין עמוד נוסף אף שבעמודים האחרונים (${pages}) לא הייתה אף Location חדשה; כך זה לא ייגמר לעולם.`,
  ocpiMoreThanTotal: (locations, total) =>
    `צוין עמוד נוסף אחרי שהתקבלו ${locations} רשומות Location, אף שלפי X-Total-Count יש ${total}.`,
  ocpiTooManyPages: pages => `צוין עמוד נוסף אחרי שנקרא המספר המרבי של עמודים, ${pages}.`,
  ocpiFewerThanTotal: (locations, total) =>
    `לא צוין עמוד נוסף אחרי שהתקבלו ${locations} רשומות Location, אף שלפי X-Total-Count יש ${total}.`,
  ocpiLink: link => `הכותרת Link היא ${link}; הצפוי: ${isolated('<URL>; rel="…"')} לפי RFC 8288.`,
  ocpiNextNoUrl: url => `העמוד הבא הוא ${url}; צפויה כתובת URL.`,
  ocpiNextElsewhere: (url, host) => `העמוד הבא ${url} אינו במארח של מקור הנתונים, ${host}.`,

  streamInterrupted: (stream, what) => `הזרם החי ${stream} ${what}. הוא ייפתח מחדש.`,
  streamEnded: (stream, what) => `הזרם החי ${stream} ${what}. דבר לא ישתנה עוד עד שהדף ייטען מחדש.`,
  streamMissed: (stream, what) => `הזרם החי ${stream} ${what}. הרשת נטענת מחדש.`,
  streamRefused: status => `נענה ב־${status}`,
  streamEndedBy: status => `נענה ב־${status}, שבו שרת מסיים זרם`,
  streamOfType: (type, expected) => `נענה בתוכן מסוג ${type}; הצפוי: ${expected}`,
  streamHeadersMissing: reason => `לא התבקש, כי לא ניתן היה להשיג את הכותרות שלו: ${reason}`,
  eventTooLarge: n => `שלח אירוע של יותר מ־${n.text} תווים`,
  endedByServer: 'הסתיים על ידי השרת',
  streamUnanswered: reason => `לא קיבל תשובה (${reason})`,
  streamBroke: reason => `נקטע (${reason})`,
  streamFailed: reason => `נכשל (${reason})`,
  streamRests: 'נח כל עוד איש אינו רואה את הדף',
  streamSilent: n => `לא שלח דבר במשך ${seconds(n)}`,
  streamAway: 'היה מנותק, ומה שהשתנה בינתיים לא נשלח',
  sentReload: event => `שלח את האירוע ${event}`,
  sentNoChange: (value, reason) => `שלח ${value}; הצפוי: NetworkChange כ־JSON (${reason})`,
  sentNoState: (value, reason) => `שלח ${value}; הצפוי: מצב הרשת כ־JSON (${reason})`,
  streamClosed: why => `נסגר (${why})`,
  streamNotOpened: 'לא ניתן היה לפתוח אותו',

  changeLost: reason => `לא ניתן היה לקלוט שינוי (${reason}). הרשת נטענת מחדש.`,
  changesTooFast: 'השינויים הגיעו מהר יותר משניתן לקלוט; הרשת נטענת מחדש.',
  begunLate: 'שינויים מסוג אחד עדיין לא דווחו כששינויים מסוג אחר כבר הגיעו; הרשת נטענת מחדש.',

  loadUnsettled: n => `הטעינה מהמקור לא הסתיימה אחרי ${n.text} דקות.`,
  sourceRejected: value => `המקור נכשל: ${value}; הצפוי: Error.`,
  workerStopped: reason => `ה־worker שמחשב הפסיק לפעול (${reason}).`,
  workerSilent: n => `הוא שתק במשך ${seconds(n)}`,
  workerNoReason: 'ללא ציון סיבה',
  workerLostOften: (reason, times, minutes) =>
    `${reason} זו הייתה הפעם ה־${times.text} בתוך 10 דקות: הוא לא יופעל שוב במשך ${minutes.text} דק׳.`,
  watchedLate: 'השינויים עדיין לא דווחו כשהרשת נטענה; היא נטענת מחדש.',
  streamCodeMissing: (stream, reason) =>
    `לא ניתן היה לטעון את הקוד שעוקב אחרי הזרם החי ${stream} (${reason}). הוא יתבקש שוב.`,
  serverCodeMissing: (server, reason) =>
    `לא ניתן היה לטעון את הקוד ששואל את השרת ${server} (${reason}). הוא יתבקש שוב.`,

  mapWorkerFailed: reason =>
    `ה־worker של MapLibre לא התחיל לפעול (${reason}). יש להגיש אותו כ־JavaScript, ומדיניות הדף צריכה להתיר אותו ` +
    `(worker-src; ממקור אחר גם CORS ו־${isolated('worker-src blob:')}). ${isolated('configureWorkers({ map })')} קובע היכן הוא נמצא.`,
  fileNotLoaded: 'לא ניתן לטעון את הקובץ שלו',

  servedState: 'מצב של רשת לפי docs/protocol.md',
  mapItems: 'רשימת קבוצות ואתרים',
  locationWithStations: 'אתר עם העמדות שלו',
  boundsOrNull: '[מערב, דרום, מזרח, צפון] או null',
  pointList: 'רשימת מועדים',
  facetList: `רשימה של ${isolated('{ value, stations }')}`,
  notState: (url, expected, reason) => `GET ${url}: התשובה אינה כצפוי (${expected}). ${reason}`,
  epochMilliseconds: 'אלפיות שנייה מאז 1970',
  numberOfStations: 'מספר עמדות',
  serverSlow: 'התשובה ארכה זמן רב מדי; צפויה שאלה מצומצמת יותר.',
  databaseAway: 'מסד הנתונים אינו משיב כרגע.',
  serverFailed: 'משהו נכשל בשרת.',
};
