import { pluralsOf } from './amounts.js';
import type { Amount, Duration } from './amounts.js';
import type { Messages } from './messages.js';

const plural = pluralsOf<'zero' | 'one' | 'two' | 'few' | 'many' | 'other'>('ar');

/** The forms of a noun: with one and with two, it needs no number. */
interface Noun {
  one: string;
  two: string;
  few: string;
  many: string;
}

function counted(n: Amount, { one, two, few, many }: Noun): string {
  const more = `${n.text} ${many}`;
  return plural(n, { zero: more, one, two, few: `${n.text} ${few}`, many: more, other: more });
}

/** Below a number that stands by itself. */
function noun(n: Amount, { two, few, many }: Noun): string {
  return plural(n, { zero: many, one: many, two, few, many, other: many });
}

const STATION: Noun = { one: 'محطة واحدة', two: 'محطتان', few: 'محطات', many: 'محطة' };
const LOCATION: Noun = { one: 'موقع واحد', two: 'موقعان', few: 'مواقع', many: 'موقعًا' };
const CONNECTOR: Noun = { one: 'موصل واحد', two: 'موصلان', few: 'موصلات', many: 'موصلًا' };
const CHANGE: Noun = { one: 'تغيير واحد', two: 'تغييران', few: 'تغييرات', many: 'تغييرًا' };
const VALUE: Noun = { one: 'قيمة واحدة', two: 'قيمتان', few: 'قيم', many: 'قيمة' };
const RECORD: Noun = { one: 'سجل واحد', two: 'سجلان', few: 'سجلات', many: 'سجلًا' };
const TIMES: Noun = { one: 'مرة واحدة', two: 'مرتان', few: 'مرات', many: 'مرة' };

/** After a preposition: `ساعة`, `يومين`, `3 أيام`. */
const UNITS: Readonly<Record<Duration['unit'], Noun>> = {
  second: { one: 'ثانية', two: 'ثانيتين', few: 'ثوانٍ', many: 'ثانية' },
  minute: { one: 'دقيقة', two: 'دقيقتين', few: 'دقائق', many: 'دقيقة' },
  hour: { one: 'ساعة', two: 'ساعتين', few: 'ساعات', many: 'ساعة' },
  day: { one: 'يوم', two: 'يومين', few: 'أيام', many: 'يومًا' },
};
const genitive = (d: Duration) => counted(d, UNITS[d.unit]);

export const ar: Messages = {
  $code: 'ar',
  $name: 'العربية',
  $dir: 'rtl',

  comma: '، ',
  or: ' أو ',
  caption: text => `${text}:`,
  captioned: (caption, text) => `${caption}: ${text}`,

  stations: n => counted(n, STATION),
  stationsNoun: n => noun(n, STATION),
  evses: n => `${n.text} EVSE`,
  evsesNoun: () => 'EVSE',
  locations: n => counted(n, LOCATION),
  connectors: n => counted(n, CONNECTOR),
  changes: n => counted(n, CHANGE),
  values: n => counted(n, VALUE),
  records: n => counted(n, RECORD),
  times: n => counted(n, TIMES),

  connectionOnline: 'متصلة',
  connectionOffline: 'غير متصلة',
  connectionUnknown: 'غير معروفة',
  evseAvailable: 'متاح',
  evseCharging: 'قيد الشحن',
  evseFaulted: 'معطّل',
  evseUndefined: 'غير محدد',
  stationEnabled: 'مفعّلة',
  stationDisabled: 'موقَفة',
  stationFaulted: 'معطّلة',
  stationUnknown: 'غير معروفة',
  lastMessageUnder: d => `أقل من ${genitive(d)}`,
  lastMessageOver: d => `أكثر من ${genitive(d)}`,
  lastMessageOlder: 'أقدم',
  numberInStatus: (number, label) => `${label}: ${number}`,

  connectionHeading: 'حالة اتصال محطات الشحن',
  connectionHelp:
    'عدد محطات الشحن العاملة في شبكتك المتصلة وغير المتصلة وغير المعروفة. تُعد المحطة غير متصلة بعد صمت يدوم عدة فترات من نبض heartbeat، ' +
    'وغير معروفة إلى أن تُبلغ عن إعدادات heartbeat الخاصة بها.',
  evseHeading: 'حالة EVSE المتصلة',
  evseHelp:
    'عدد EVSE المتاحة وقيد الشحن والمعطّلة وغير المحددة، حسب آخر حالة معروفة لها. لا تُحسب EVSE التابعة لمحطات غير متصلة أو غير عاملة في ' +
    'الشبكة.',
  lastMessageHeading: 'آخر رسالة OCPP واردة',
  lastMessageHelp:
    'المدة منذ أن أرسلت كل محطة شحن عاملة آخر رسالة OCPP. لا تُحسب المحطات التي لم ترسل أي رسالة قط.',
  lastUpdateHeading: 'آخر تحديث وارد',
  lastUpdateHelp:
    'المدة منذ آخر تحديث لبيانات كل محطة شحن عاملة: تأتي البيانات من مصدر مثل OCPI لا يذكر متى أرسلت المحطة آخر رسالة OCPP.',
  stationHeading: 'حالة محطات الشحن',
  stationHelp:
    'آخر ما أبلغت به كل محطة شحن عاملة عن نفسها ككل: مفعّلة أو موقَفة أو معطّلة. تكون الحالة غير معروفة ما دامت المحطة غير متصلة أو لم تتصل قط.',
  mapHeading: heading => `خريطة: ${heading}`,
  mapHelp:
    'تمثل الأرقام ما هو قريب بعضه من بعض: انقر رقمًا أو كبّر الخريطة حتى تظهر المواقع منفردة، ثم انقر موقعًا لرؤية محطاته.',
  enterMarkers: 'ينتقل Enter إلى مجموعاتها ومواقعها.',
  mapKeysHelp:
    'من لوحة المفاتيح، تنتقل الأسهم من رقم إلى التالي، ويفتحه Enter، ويرجع Escape، ويكبّر الزائد ويصغّر الناقص.',
  markers: 'المجموعات والمواقع',
  markerKeys:
    'تنتقل الأسهم إلى الأقرب في ذلك الاتجاه، ويفتحه Enter، وينتقل Home وEnd إلى أقصى الغرب وأقصى الشرق، وEscape إلى الخريطة نفسها.',
  mapList: 'على الخريطة، الأكثر مشكلات أولًا',
  moreWithLess: n => `أخرى بمشكلات أقل: ${n.text}`,
  skip: name => `تخطّي: ${name}`,
  endOf: name => `نهاية: ${name}`,
  zoomWithCtrl: 'اضغط Ctrl ومرّر لتكبير الخريطة',
  zoomWithCommand: 'اضغط ⌘ ومرّر لتكبير الخريطة',
  moveWithTwoFingers: 'حرّك الخريطة بإصبعين',
  foundHits: n => `النتائج: ${n.text}`,
  mapLabel: heading => `خريطة: ${heading}. مفاتيح الأسهم تحركها، وعلامتا الزائد والناقص تغيران التكبير.`,

  loading: 'جارٍ التحميل…',
  loadingWord: 'جارٍ التحميل',
  interrupted: 'انقطعت التحديثات المباشرة',
  staleWord: 'قديمة',
  notLoaded: 'تعذر تحميل البيانات',
  notLoadedWord: 'لم تُحمَّل',
  notRefreshed: 'تعذر التحديث',
  notRefreshedWord: 'لم تُحدَّث',
  dataNotLoaded: 'تعذر تحميل البيانات.',
  couldNotBeLoaded: 'تعذر التحميل',
  updated: 'آخر تحديث:',
  dataAge: (age, moment) => `${age}، حتى ${moment}`,
  justNow: 'الآن',
  tryAgain: 'أعد المحاولة',
  tryingAgain: 'جارٍ إعادة المحاولة…',
  nextTry: wait => `المحاولة التالية ${wait}`,
  why: 'لماذا؟',
  hideWhy: 'إخفاء السبب',

  noProvider: tag => `لا يوجد مصدر بيانات. ضع <${tag}> داخل <ev-data-provider>، أو عيّن الخاصية "provider".`,
  cannotBeSetUp: tag => `تعذر إعداد ${tag}.`,
  doesNotFetch: tag => `لا يجلب ${tag} البيانات تلقائيًا.`,
  unknownDimension: (given, expected) => `قيمة "dimension" هي "${given}"؛ المتوقع: ${expected}.`,
  noStations: 'لا توجد محطات لعرضها.',
  noEvses: 'لا توجد EVSE لعرضها.',
  noStationOffline: 'لا توجد محطة غير متصلة.',
  noEvseFaulted: 'لا يوجد EVSE معطّل.',
  noStationSilentForDay: 'لا توجد محطة صامتة منذ يوم.',
  noStationFaulted: 'لا توجد محطة معطّلة.',
  allStatusesHidden: 'جميع الحالات مخفية.',
  showAll: 'عرض الكل',

  refreshView: heading => `تحديث: ${heading}`,
  refreshed: 'تم التحديث',
  refresh: 'تحديث',
  fetchLatest: 'جلب أحدث البيانات',
  help: 'مساعدة',
  fullScreen: 'ملء الشاشة',
  leaveFullScreen: 'إنهاء ملء الشاشة',
  close: 'إغلاق',
  back: 'رجوع',

  pie: 'مخطط دائري للحالات',
  legend: 'مفتاح الرسم',
  share: 'النسبة',
  change: 'التغيّر',
  hidden: 'مخفية',
  hideStatus: label => `إخفاء: ${label}`,
  showStatus: label => `إظهار: ${label}`,
  showList: 'عرض القائمة',
  showListWithout: missing => `عرض القائمة (${missing})`,
  listStationsIn: (counted, label) => `قائمة: ${counted}، ${label}`,
  listEvsesIn: (counted, label) => `قائمة المحطات: ${counted}، ${label}`,
  sliceName: (label, counted, share) => `${label}: ${counted}، ${share}. عرض القائمة.`,

  hourShort: 'ساعة',
  dayShort: '24 ساعة',
  moreThanHourAgo: n => `أكثر بمقدار ${n.text} مما قبل ساعة`,
  fewerThanHourAgo: n => `أقل بمقدار ${n.text} مما قبل ساعة`,
  asManyAsHourAgo: 'نفس العدد قبل ساعة',
  moreThanDayAgo: n => `أكثر بمقدار ${n.text} مما قبل يوم`,
  fewerThanDayAgo: n => `أقل بمقدار ${n.text} مما قبل يوم`,
  asManyAsDayAgo: 'نفس العدد قبل يوم',
  noHistory: 'لا يوجد سجل سابق للمقارنة',
  noHistoryOfHour: 'لا يوجد سجل لما قبل ساعة',
  noHistoryOfDay: 'لا يوجد سجل لما قبل يوم',
  noHistoryOfBoth: 'لا يوجد سجل لما قبل ساعة أو يوم',

  trouble: 'الأعطال',
  stationsOffline: 'محطات غير متصلة',
  allOnline: 'لا توجد محطة غير متصلة',
  evsesFaulted: 'EVSE معطّلة',
  allWell: 'لا يوجد EVSE معطّل',
  stationsSilent: d => `محطات صامتة منذ ${genitive(d)}`,
  noneSilent: d => `لا توجد محطة صامتة منذ ${genitive(d)}`,
  ofAll: counted => `من أصل ${counted}`,
  shareOfAll: (share, counted) => `${share} من أصل ${counted}`,

  filters: 'عوامل التصفية',
  troubleOnly: 'الأعطال فقط',
  showWell: 'إظهار ما هو سليم أيضًا',
  hideWell: 'إخفاء ما هو سليم',
  country: 'البلد',
  operator: 'المشغّل',
  findCountry: 'ابحث عن بلد',
  findOperator: 'ابحث عن مشغّل',
  allCountries: 'كل البلدان',
  allOperators: 'كل المشغّلين',
  noCountriesMatch: 'لا يوجد بلد مطابق.',
  noOperatorsMatch: 'لا يوجد مشغّل مطابق.',
  allChosen: 'الكل',
  moreOptions: n => `${n.text} أخرى: اكتب جزءًا من الاسم.`,
  clear: 'مسح',
  clearFilters: 'مسح البلد والمشغّل',

  missingData: 'بيانات ناقصة وغير مكتملة',
  someMissing: 'بعض البيانات ناقص أو غير مكتمل',
  showWhich: 'عرض أي منها وأين كانت',
  whichNotShown: reason => `تعذر عرض أي منها: ${reason}`,
  skippedShort: counted => `تم تخطي: ${counted}`,
  notCountedShort: counted => `لم تُحسب: ${counted}`,
  notReadShort: counted => `لم تُقرأ: ${counted}`,
  notReadOrInPartShort: counted => `لم تُقرأ كليًا أو جزئيًا: ${counted}`,
  notOnMapShort: counted => `ليست على الخريطة: ${counted}`,
  skipped: counted => `تم تخطيها: ${counted}`,
  skippedMeans: 'لا تدخل في أي من الأرقام.',
  notCounted: counted => `غير محسوبة: ${counted}`,
  notCountedMeans: 'لا تدخل في أي من الأرقام، لأن حالة نشرها ليست في أي جدول.',
  notRead: counted => `غير مقروءة: ${counted}`,
  notReadMeans: 'تُحسب سجلاتها بدونها.',
  notReadOrInPart: counted => `غير مقروءة كليًا أو جزئيًا: ${counted}`,
  notReadOrInPartMeans: 'قد تكون ناقصة من الأرقام.',
  notOnMap: counted => `ليست على الخريطة: ${counted}`,
  notOnMapMeans: 'هي محسوبة، لكن مواقعها بلا إحداثيات صالحة.',
  firstOfThem: 'أولها:',
  allRead: 'أمكنت قراءة جميع البيانات.',

  station: 'المحطة',
  location: 'الموقع',
  connection: 'الاتصال',
  status: 'الحالة',
  evsesTitle: 'EVSE',
  since: 'منذ',
  lastMessage: 'آخر رسالة',
  lastUpdate: 'آخر تحديث',
  never: 'أبدًا',
  notKnown: 'غير معروف',
  stated: 'مذكور',
  observed: 'مرصود',
  derived: 'محسوب',
  statedMeans: 'كما يذكر المصدر',
  observedMeans: 'كما رُصد منذ فتح هذه الصفحة',
  derivedFromMessage: 'محسوب من آخر رسالة لها',
  derivedFromUpdate: 'محسوب من آخر تحديث لها',
  offlineSince: 'غير متصلة منذ:',
  faultedSince: 'معطّلة منذ:',
  lastKnown: 'آخر حالة معروفة:',
  connectorReported: (id, word) => `الموصل ${id}: ${word}`,
  nothingReported: 'لا شيء مبلّغ عنه',
  evsesOf: id => `EVSE التابعة لـ ${id}`,
  noEvsesKnown: 'لا تُعرف لها أي EVSE.',

  listTitle: (heading, label) => `${heading}، ${label}`,
  stationsTitle: 'المحطات',
  byConnection: 'حسب الاتصال',
  tabOnline: 'متصلة',
  tabNormal: 'الكل',
  tabOffline: 'غير متصلة',
  tabOnlineMeans: 'المحطات المتصلة',
  tabNormalMeans: 'القائمة العادية: جميع المحطات، المتصلة وغير المتصلة وغير المعروفة',
  tabOfflineMeans: 'المحطات غير المتصلة',
  stationIdOrLocation: 'معرّف المحطة أو الموقع',
  searchStations: 'البحث بمعرّف المحطة أو الموقع',
  copy: 'نسخ',
  copying: 'جارٍ النسخ…',
  copied: counted => `تم النسخ: ${counted}.`,
  notCopied: reason => `تعذر النسخ: ${reason}`,
  onlyOverHttps: 'لا يسمح المتصفح بالنسخ إلا للصفحات القادمة عبر HTTPS.',
  exportCsv: 'تصدير CSV',
  exporting: 'جارٍ التصدير…',
  exported: counted => `تم التصدير: ${counted}.`,
  notExported: reason => `تعذر التصدير: ${reason}`,
  showLatest: 'عرض الأحدث',
  nothingHere: 'لا توجد محطات هنا.',
  nothingMatches: search => `لا توجد محطة أو موقع يطابق "${search}".`,
  clearSearch: 'مسح البحث',
  nothingLeft: 'لا تبقى أي محطة بعد هذا الاختيار.',
  clearChoices: 'مسح الاختيارات',
  listNotLoaded: 'تعذر تحميل القائمة.',
  notUpToDate: 'تعذر تحديث القائمة',
  narrowList: 'تضييق القائمة',
  showTools: 'البحث في القائمة وفرزها وتضييقها',
  hideTools: 'إخفاء البحث والفرز',
  inTroubleFor: 'معطّلة منذ',
  inTroubleForAny: 'معطّلة منذ: أي مدة',
  inTroubleForOver: d => `معطّلة منذ أكثر من ${genitive(d)}`,
  stationsOnline: counted => `${counted}، متصلة`,
  stationsAreOffline: counted => `${counted}، غير متصلة`,
  stationsUnknown: counted => `${counted}، اتصالها غير معروف`,
  someEvses: 'EVSE',
  evsesInStatus: (counted, label) => `${counted} (${label})`,
  evsesLastKnown: (counted, label) => `${counted} (آخر حالة معروفة: ${label})`,
  evsesAt: (evses, counted) => `${evses}، في ${counted}`,
  inCountries: (counted, names) => `${counted} في ${names}`,
  ofOperators: (counted, names) => `${counted} لدى ${names}`,
  areInTrouble: counted => `${counted}، معطّلة`,
  areInTroubleForOver: (counted, d) => `${counted}، معطّلة منذ أكثر من ${genitive(d)}`,
  asLastKnown: counted => `${counted}؛ حسب آخر حالة معروفة حيث لا تكون المحطة متصلة`,

  search: 'بحث',
  searchMap: 'ابحث عن موقع أو محطة',
  found: 'النتائج',
  nothingFound: 'لم يُعثر على شيء.',
  noPosition: name => `ليس لـ ${name} موضع على الخريطة.`,
  notFound: (name, reason) => `تعذر العثور على ${name}: ${reason}`,
  fit: 'عرض شبكتي كاملة',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  backToBefore: 'العودة إلى العرض السابق (Backspace)',
  groupOf: locations => `مجموعة: ${locations}`,
  markerName: (name, counted, statuses) => `${name}، ${counted}: ${statuses}`,
  locationsTitle: 'المواقع',
  locationsHere: locations => `في هذه النقطة: ${locations}`,
  leftOut: counted => `بلا إحداثيات صالحة: ${counted}؛ محسوبة لكنها ليست على الخريطة`,
  noStreets: 'لا تعرض هذه الخريطة شوارع هنا.',
  streetsFailed: 'تعذر تحميل خريطة الشوارع. تُعرض المدن والسواحل بدونها.',
  noMap: 'لا يمكن رسم الخريطة هنا. هذه محطاتها:',
  // It stands on the map, which runs from left to right.
  townsBy: source => `\u2067المدن: ${source}\u2069`,
  metres: 'م',
  kilometres: 'كم',
  feet: 'قدم',
  miles: 'ميل',
};
