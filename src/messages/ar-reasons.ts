import { pluralsOf } from '../model/amounts.js';
import type { Amount } from '../model/amounts.js';
import { isolated } from './isolated.js';
import type { ReasonTexts } from './reason-texts.js';

const plural = pluralsOf<'zero' | 'one' | 'two' | 'few' | 'many' | 'other'>('ar');

const seconds = (n: Amount) =>
  plural(n, {
    zero: `${n.text} ثانية`,
    one: 'ثانية واحدة',
    two: 'ثانيتين',
    few: `${n.text} ثوانٍ`,
    many: `${n.text} ثانية`,
    other: `${n.text} ثانية`,
  });

const MOMENT = 'عدد الملّي ثانية منذ 1970، أو نص ISO 8601 من الأعوام 1970 إلى 9999';

/** لماذا تنقص بيانات. */
export const arReasons: ReasonTexts = {
  nothing: 'لا قيمة',
  anObject: 'كائن',
  anArray: n => `قائمة (${n.text})`,

  unexpected: (path, value, expected) => `${path}: ${value}؛ المتوقع: ${expected}.`,
  text: 'نص',
  textNotEmpty: 'نص غير فارغ',
  aList: 'قائمة',
  listOfIds: 'قائمة معرّفات',
  wholeNumber: 'عدد صحيح',
  wholeNumberFromZero: 'عدد صحيح، 0 أو أكثر',
  secondsFromZero: 'ثوانٍ، 0 أو أكثر',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}، ولا يسبق ساعة الشبكة بأكثر من يوم`,
  momentSince2000: `${MOMENT}، وليس قبل 2000`,
  momentOfPast: 'لحظة ليست بعد لحظة البيانات',
  newLocationId: 'معرّف ليس لأي موقع قبله',
  newStationId: 'معرّف ليس لأي محطة قبلها',
  newIdOfList: 'معرّف لم يرد في القائمة من قبل',
  stationOfNetwork: 'معرّف محطة من الشبكة',
  idOfLocations: 'معرّف موقع من الشبكة',
  idOfStations: 'معرّف محطة من الشبكة',
  latitude: 'درجات من 90 سالبة إلى 90',
  longitude: 'درجات',
  placeNotZero: 'إحداثيات غير 0، 0 التي تعني عدم وجودها',
  statusWord: 'حالة من OCPP 1.6 أو 2.0.1 أو 2.1 أو من OCPI؛ وأي حالة أخرى تُقرأ على أنها غير محددة',
  stationStatusWord:
    'Available أو Occupied أو Reserved أو Unavailable أو Faulted للمحطة ككل؛ وأي حالة أخرى لا تُقرأ',
  deploymentState: states => `${states}؛ ولا تُحسب المحطات في أي حالة أخرى`,
  historyPoints: 'قائمة لحظات، أقدمها أولًا',
  historyPoint: 'كائن فيه at و counts',
  countsByDimension: 'أعداد حسب البُعد',
  countsByStatus: 'أعداد حسب الحالة',
  noneBut: fields => `الحقول ${fields} فقط`,

  ocpiFeed: `مواقع OCPI في مصفوفة أو في ${isolated('{data: […]}')}`,
  ocpiLocation: 'موقع OCPI',
  ocpiLocationId: 'معرّف Location',
  ocpiDateTime: `قيمة DateTime مثل ${isolated('2026-06-07T16:25:39Z')}`,
  ocpiEvses: 'مصفوفة EVSE',
  ocpiEvse: 'EVSE من OCPI',
  ocpiUid: 'قيمة uid لـ EVSE',
  ocpiStatus: 'حالة OCPI مثل AVAILABLE',
  ocpiDegrees: 'درجات عشرية في شكل نص',
  notOcpi: (expected, value) => `المتوقع: ${expected}؛ والوارد: ${value}.`,
  ocpiRefused: (expected, status) => `المتوقع: ${expected}؛ والوارد: status_code ${status}. النجاح هو 1xxx.`,
  ocpiWithoutData: (expected, value) => `المتوقع: ${expected}؛ والوارد: كائن محتوى data فيه: ${value}.`,
  ocpiWithoutDataBut: (expected, value, status) =>
    `المتوقع: ${expected}؛ والوارد: كائن محتوى data فيه: ${value}. وحالته ${status}.`,
  ocpiPage: (url, reason) => `${url}: ${reason}`,
  ocpiEndHidden:
    'لا يمكن قراءة Link ولا X-Total-Count، فقد يكون هناك أكثر من الصفحة الأولى. على الخادم ذي المصدر المختلف أن ' +
    'يرسل X-Total-Count و "Access-Control-Expose-Headers: Link, X-Total-Count".',

  strangeEvent: (stream, event) =>
    `أرسل البث المباشر ${stream} حدثًا اسمه ${event}؛ والمتوقع أحداث بلا أسماء. لم يُقرأ.`,
  strangeLine: start =>
    `أرسل البث المباشر سطرًا يبدأ بـ ${start}؛ والمتوقع: data أو event أو id أو retry ثم نقطتان. لم يُقرأ.`,

  changeNotTaken: reason => `تعذر تطبيق تغيير (${reason}).`,

  partAway: part =>
    `الجزء ${part} من قاعدة البيانات لا يستجيب حاليًا؛ ومحطاته ناقصة من القوائم ومن الخرائط المكبّرة، ولا يُعاد عدّ شيء في أثناء ذلك، ولا حتى ما يتغير بمرور الوقت وحده.`,

  notSnapshot: value => `اللقطة: ${value}؛ المتوقع: ${isolated('{locations: […]}')}.`,
  notLocations: value => `قيمة locations في اللقطة: ${value}؛ المتوقع: قائمة مواقع.`,

  aSnapshot: `لقطة ${isolated('NetworkSnapshot {locations: […]}')}`,
  timedOut: (url, n) => `GET ${url}: لم يصل شيء خلال ${seconds(n)}.`,
  unanswered: (url, reason) => `GET ${url}: لا استجابة (${reason}).`,
  refused: (url, status) => `GET ${url}: كانت الاستجابة ${status}.`,
  refusedBecause: (url, status, detail) => `GET ${url}: كانت الاستجابة ${status}. ${detail}`,
  tooLarge: (url, megabytes) =>
    `GET ${url}: الاستجابة أكبر من ${megabytes.text} ميغابايت؛ المتوقع أصغر منها.`,
  notJson: (url, reason, start, expected) =>
    `GET ${url}: الاستجابة ليست JSON (${reason}). تبدأ بـ ${start}؛ المتوقع: ${expected}.`,
  otherShape: (url, expected) => `GET ${url}: الاستجابة JSON بشكل آخر؛ المتوقع: ${expected}.`,
  otherShapeOcpi: (url, expected) =>
    `GET ${url}: الاستجابة JSON بشكل آخر؛ المتوقع: ${expected}. تبدو من OCPI الذي يُقرأ بالتنسيق ocpi.`,
  unreadableAnswer: (url, reason) => `GET ${url}: لا يمكن قراءة الاستجابة. ${reason}`,
  redirectedAway: (url, origin) =>
    `GET ${url}: يُعاد التوجيه إلى خادم آخر هو ${origin}، ولا تُرسل إليه الترويسات؛ المتوقع عنوان URL الذي يجيب.`,
  redirectedTwice: url =>
    `GET ${url}: يُعاد التوجيه بحيث لا يمكن إرسال الترويسات معه؛ المتوقع عنوان URL الذي يجيب.`,
  headersMissing: (url, reason) => `تعذر الحصول على ترويسات الطلب GET ${url}: ${reason}`,
  getFailed: (url, reason) => `GET ${url}: ${reason}`,

  columnsBegin: (start, expected) => `تبدأ الأعمدة بـ ${start}؛ المتوقع: ${expected}.`,
  columnsShort: (bytes, header) => `طول الأعمدة بالبايت ${bytes}؛ المتوقع ترويسة طولها ${header}.`,
  columnsLength: (bytes, expected) => `طول الأعمدة بالبايت ${bytes}؛ وحسب ترويستها هو ${expected}.`,
  columnFalls: (column, end, least) => `العمود ${column}: ${end}؛ المتوقع: ${least} أو أكثر.`,
  columnOwns: (column, end, expected, part) =>
    `ينتهي العمود ${column} عند ${end}؛ المتوقع: ${expected}، وهو العدد في ${part}.`,
  columnEnds: (column, end, most) => `ينتهي العمود ${column} عند ${end}؛ المتوقع: ${most} على الأكثر.`,

  ocpiIdlePages: pages =>
    `ذُكرت صفحة تالية مع أن الصفحات الأخيرة (${pages}) لم تأتِ بأي Location جديد؛ لن ينتهي ذلك أبدًا.`,
  ocpiMoreThanTotal: (locations, total) =>
    `ذُكرت صفحة تالية بعد ورود ${locations} من Locations، مع أن X-Total-Count يذكر ${total}.`,
  ocpiTooManyPages: pages => `ذُكرت صفحة تالية بعد قراءة أقصى عدد من الصفحات، وهو ${pages}.`,
  ocpiFewerThanTotal: (locations, total) =>
    `لم تُذكر صفحة تالية بعد ورود ${locations} من Locations، مع أن X-Total-Count يذكر ${total}.`,
  ocpiLink: link => `الترويسة Link هي ${link}؛ المتوقع: ${isolated('<URL>; rel="…"')} حسب RFC 8288.`,
  ocpiNextNoUrl: url => `الصفحة التالية هي ${url}؛ المتوقع عنوان URL.`,
  ocpiNextElsewhere: (url, host) => `الصفحة التالية ${url} ليست على مضيف مصدر البيانات ${host}.`,

  streamInterrupted: (stream, what) => `البث المباشر ${stream} ${what}. سيُفتح من جديد.`,
  streamEnded: (stream, what) => `البث المباشر ${stream} ${what}. لن يتغير شيء حتى تُحمَّل الصفحة من جديد.`,
  streamMissed: (stream, what) => `البث المباشر ${stream} ${what}. يجري تحميل الشبكة من جديد.`,
  streamRefused: status => `تلقّى الاستجابة ${status}`,
  streamEndedBy: status => `تلقّى الاستجابة ${status} التي ينهي بها الخادم البث`,
  streamOfType: (type, expected) => `تلقّى استجابة من النوع ${type}؛ المتوقع: ${expected}`,
  streamHeadersMissing: reason => `لم يُطلب، لتعذر الحصول على ترويساته: ${reason}`,
  eventTooLarge: n => `أرسل حدثًا يزيد عدد أحرفه على ${n.text}`,
  endedByServer: 'أنهاه الخادم',
  streamUnanswered: reason => `لم يتلقَّ استجابة (${reason})`,
  streamBroke: reason => `انقطع (${reason})`,
  streamFailed: reason => `فشل (${reason})`,
  streamRests: 'متوقف ما دام لا أحد يرى الصفحة',
  streamSilent: n => `لم يرسل شيئًا خلال ${seconds(n)}`,
  streamAway: 'كان منقطعًا، ولم يُرسل ما تغيّر في أثناء ذلك',
  sentReload: event => `أرسل الحدث ${event}`,
  sentNoChange: (value, reason) => `أرسل ${value}؛ المتوقع: NetworkChange بصيغة JSON (${reason})`,
  sentNoState: (value, reason) => `أرسل ${value}؛ المتوقع: حالة الشبكة بصيغة JSON (${reason})`,
  streamClosed: why => `أُغلق (${why})`,
  streamNotOpened: 'تعذر فتحه',

  changeLost: reason => `تعذر تطبيق تغيير (${reason}). يجري تحميل الشبكة من جديد.`,
  changesTooFast: 'وردت التغييرات أسرع مما يمكن تطبيقه؛ يجري تحميل الشبكة من جديد.',
  begunLate: 'لم تكن تغييرات من نوع ما تُبلَّغ بعد حين كانت تغييرات نوع آخر ترد؛ يجري تحميل الشبكة من جديد.',

  loadUnsettled: n => `لم ينتهِ التحميل من المصدر خلال المدة القصوى بالدقائق، وهي ${n.text}.`,
  sourceRejected: value => `فشل المصدر: ${value}؛ المتوقع: Error.`,
  workerStopped: reason => `توقف الـ worker الذي يُجري الحساب (${reason}).`,
  workerSilent: n => `صمت ${seconds(n)}`,
  workerNoReason: 'دون ذكر السبب',
  workerLostOften: (reason, times, minutes) =>
    `${reason} عدد المرات خلال 10 دقائق: ${times.text}. لن يُشغَّل من جديد قبل مضي هذا العدد من الدقائق: ${minutes.text}.`,
  watchedLate: 'لم تكن التغييرات تُبلَّغ بعد حين حُمّلت الشبكة؛ يجري تحميلها من جديد.',
  streamCodeMissing: (stream, reason) =>
    `تعذر تحميل الشيفرة التي تتابع البث المباشر ${stream} (${reason}). ستُطلب من جديد.`,
  serverCodeMissing: (server, reason) =>
    `تعذر تحميل الشيفرة التي تسأل الخادم ${server} (${reason}). ستُطلب من جديد.`,

  mapWorkerFailed: reason =>
    `لم يبدأ الـ worker الخاص بـ MapLibre (${reason}). يجب أن يُقدَّم على أنه JavaScript وأن تسمح به سياسة الصفحة ` +
    `(worker-src؛ ومن مصدر آخر أيضًا CORS و ${isolated('worker-src blob:')}). تحدد ${isolated('configureWorkers({ map })')} مكانه.`,
  fileNotLoaded: 'لا يمكن تحميل ملفه',

  servedState: 'حالة شبكة حسب docs/protocol.md',
  mapItems: 'قائمة مجموعات ومواقع',
  locationWithStations: 'موقع مع محطاته',
  boundsOrNull: '[غرب، جنوب، شرق، شمال] أو null',
  pointList: 'قائمة لحظات',
  facetList: `قائمة من ${isolated('{ value, stations }')}`,
  notState: (url, expected, reason) => `GET ${url}: الاستجابة ليست كالمتوقع (${expected}). ${reason}`,
  epochMilliseconds: 'عدد الملّي ثانية منذ 1970',
  numberOfStations: 'عدد محطات',
  serverSlow: 'استغرقت الاستجابة وقتًا أطول من اللازم؛ المتوقع سؤال أضيق.',
  databaseAway: 'قاعدة البيانات لا تستجيب حاليًا.',
  serverFailed: 'فشل شيء ما في الخادم.',
};
