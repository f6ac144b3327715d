import { pluralsOf } from './amounts.js';
import type { Amount, Duration } from './amounts.js';

const plural = pluralsOf<'one' | 'other'>('en');

const stations = (n: Amount) => plural(n, { one: 'station', other: 'stations' });
const durationOf = (d: Duration) => (d.unit === 'day' && d.value === 1 ? 'a day' : d.words);

/** English: what every other catalogue is held against, and what is shown where a language is not known. */
export const en = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr' as 'ltr' | 'rtl',

  // Between the parts of an enumeration, and between what can be chosen from.
  comma: ', ',
  or: ' or ',
  caption: (text: string) => `${text}:`,
  captioned: (caption: string, text: string) => `${caption}: ${text}`,

  // What is counted. A noun stands below a number that is drawn by itself.
  stations: (n: Amount) => `${n.text} ${stations(n)}`,
  stationsNoun: stations,
  evses: (n: Amount) => `${n.text} ${plural(n, { one: 'EVSE', other: 'EVSEs' })}`,
  evsesNoun: (n: Amount) => plural(n, { one: 'EVSE', other: 'EVSEs' }),
  locations: (n: Amount) => `${n.text} ${plural(n, { one: 'location', other: 'locations' })}`,
  connectors: (n: Amount) => `${n.text} ${plural(n, { one: 'connector', other: 'connectors' })}`,
  changes: (n: Amount) => `${n.text} ${plural(n, { one: 'change', other: 'changes' })}`,
  values: (n: Amount) => `${n.text} ${plural(n, { one: 'value', other: 'values' })}`,
  records: (n: Amount) => `${n.text} ${plural(n, { one: 'record', other: 'records' })}`,
  times: (n: Amount) => `${n.text} times`,

  // Statuses, as labels.
  connectionOnline: 'Online',
  connectionOffline: 'Offline',
  connectionUnknown: 'Unknown',
  evseAvailable: 'Available',
  evseCharging: 'Charging',
  evseFaulted: 'Faulted',
  evseUndefined: 'Undefined',
  stationEnabled: 'Enabled',
  stationDisabled: 'Disabled',
  stationFaulted: 'Faulted',
  stationUnknown: 'Unknown',
  lastMessageUnder: (d: Duration) => `Under ${d.words}`,
  lastMessageOver: (d: Duration) => `Over ${d.words}`,
  lastMessageOlder: 'Older',
  /** `number` is written already; `label` is a status's. */
  numberInStatus: (number: string, label: string) => `${number} ${label.toLowerCase()}`,

  // The four sections.
  connectionHeading: 'Charge Station Connection Status',
  connectionHelp:
    'How many of your Charge Stations in production are online, offline or unknown. A station is offline after a silence ' +
    'of several heartbeat intervals, and unknown until it has communicated its heartbeat settings.',
  evseHeading: 'Online EVSE Status',
  evseHelp:
    'How many EVSEs are available, charging, faulted or undefined, by their last known status. EVSEs of stations that are ' +
    'not online, or not in production, are left out.',
  lastMessageHeading: 'Last OCPP message received',
  lastMessageHelp:
    'How long ago each Charge Station in production last sent any OCPP message. Stations that never sent one are left out.',
  lastUpdateHeading: 'Last update received',
  lastUpdateHelp:
    'How long ago what is known of each Charge Station in production was last updated: the data comes from a source, such as ' +
    'OCPI, that does not tell when a station last sent an OCPP message.',
  stationHeading: 'Charge Station Status',
  stationHelp:
    'What each Charge Station in production last said of itself as a whole: enabled, disabled or faulted. It is unknown ' +
    'while the station is offline or has never communicated.',
  mapHeading: (heading: string) => `${heading} map`,
  mapHelp:
    'Numbers stand for what is near each other: click one, or zoom in, until single locations stand by themselves, and click a ' +
    'location for its stations.',
  /** The name of a map for assistive technology. */
  mapLabel: (heading: string) => `${heading} map. Arrow keys move it, plus and minus zoom.`,

  // The state of the data.
  loading: 'Loading…',
  loadingWord: 'loading',
  interrupted: 'Live updates interrupted',
  staleWord: 'stale',
  notLoaded: 'The data could not be loaded',
  notLoadedWord: 'not loaded',
  notRefreshed: 'Could not be refreshed',
  notRefreshedWord: 'not refreshed',
  dataNotLoaded: 'The data could not be loaded.',
  couldNotBeLoaded: 'Could not be loaded',
  updated: 'Updated',
  dataAge: (age: string, moment: string) => `${age}, as of ${moment}`,
  justNow: 'just now',
  tryAgain: 'Try again',
  tryingAgain: 'Trying again…',
  /** `wait` is as `Intl.RelativeTimeFormat` writes it: `in 15 sec.` */
  nextTry: (wait: string) => `Next try ${wait}`,
  why: 'Why?',
  hideWhy: 'Hide why',

  // What stands in place of a view.
  noProvider: (tag: string) =>
    `No data provider. Put <${tag}> inside an <ev-data-provider>, or set its provider property.`,
  cannotBeSetUp: (tag: string) => `${tag} cannot be set up.`,
  doesNotFetch: (tag: string) => `${tag} does not fetch by itself.`,
  unknownDimension: (given: string, expected: string) => `dimension is "${given}"; expected ${expected}.`,
  noStations: 'No stations to show.',
  noEvses: 'No EVSEs to show.',
  noStationOffline: 'No station is offline.',
  noEvseFaulted: 'No EVSE is faulted.',
  noStationSilentForDay: 'No station has been silent for a day.',
  noStationFaulted: 'No station is faulted.',
  allStatusesHidden: 'All statuses are hidden.',
  showAll: 'Show all',

  // A view's frame.
  refresh: 'Refresh',
  fetchLatest: 'Fetch the latest data',
  help: 'Help',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  close: 'Close',
  back: 'Back',

  // Pies and legends.
  pie: 'Pie of statuses',
  legend: 'Legend',
  hidden: 'hidden',
  hideStatus: (label: string) => `Hide ${label}`,
  showStatus: (label: string) => `Show ${label}`,
  showList: 'Show the list',
  showListWithout: (missing: string) => `Show the list (${missing})`,
  listStationsIn: (label: string) => `List the stations that are ${label}`,
  listEvsesIn: (label: string) => `List the EVSEs that are ${label}`,
  sliceName: (label: string, counted: string, share: string) =>
    `${label}: ${counted}, ${share}. Show the list.`,

  // How numbers changed.
  hourShort: '1 h',
  dayShort: '24 h',
  moreThanHourAgo: (n: Amount) => `${n.text} more than an hour ago`,
  fewerThanHourAgo: (n: Amount) => `${n.text} fewer than an hour ago`,
  asManyAsHourAgo: 'as many as an hour ago',
  moreThanDayAgo: (n: Amount) => `${n.text} more than a day ago`,
  fewerThanDayAgo: (n: Amount) => `${n.text} fewer than a day ago`,
  asManyAsDayAgo: 'as many as a day ago',
  noHistory: 'no history to compare with',
  noHistoryOfHour: 'no history of an hour ago',
  noHistoryOfDay: 'no history of a day ago',
  noHistoryOfBoth: 'no history of an hour ago or a day ago',

  // The headline.
  trouble: 'Trouble',
  stationsOffline: 'Stations offline',
  allOnline: 'No station is offline',
  evsesFaulted: 'EVSEs faulted',
  allWell: 'No EVSE is faulted',
  stationsSilent: (d: Duration) => `Stations silent for ${durationOf(d)}`,
  noneSilent: (d: Duration) => `No station is silent for ${durationOf(d)}`,
  ofAll: (counted: string) => `of ${counted}`,
  shareOfAll: (share: string, counted: string) => `${share} of ${counted}`,

  // Trouble only, countries and operators.
  filters: 'Filters',
  troubleOnly: 'Trouble only',
  showWell: 'Show what is well too',
  hideWell: 'Hide what is well',
  country: 'Country',
  operator: 'Operator',
  findCountry: 'Find a country',
  findOperator: 'Find an operator',
  allCountries: 'All countries',
  allOperators: 'All operators',
  noCountriesMatch: 'No countries match.',
  noOperatorsMatch: 'No operators match.',
  allChosen: 'All',
  moreOptions: (n: Amount) => `${n.text} more: type a part of the name.`,
  clear: 'Clear',
  clearFilters: 'Clear country and operator',

  // What is missing of the data.
  missingData: 'Missing and incomplete data',
  someMissing: 'Some of the data is missing or incomplete',
  showWhich: 'Show which, and where they stood',
  whichNotShown: (reason: string) => `Which could not be shown: ${reason}`,
  skippedShort: (counted: string) => `${counted} skipped`,
  notCountedShort: (counted: string) => `${counted} not counted`,
  notReadShort: (counted: string) => `${counted} not read`,
  notReadOrInPartShort: (counted: string) => `${counted} not read, or in part`,
  notOnMapShort: (counted: string) => `${counted} not on the map`,
  skipped: (counted: string) => `Skipped: ${counted}`,
  skippedMeans: 'They are in none of the figures.',
  notCounted: (counted: string) => `Not counted: ${counted}`,
  notCountedMeans: 'They are in none of the figures, since their deployment state is in no table.',
  notRead: (counted: string) => `Not read: ${counted}`,
  notReadMeans: 'Their records are counted without them.',
  notReadOrInPart: (counted: string) => `Not read, or in part: ${counted}`,
  notReadOrInPartMeans: 'They may be missing from the figures.',
  notOnMap: (counted: string) => `Not on the map: ${counted}`,
  notOnMapMeans: 'They are counted, but their locations have no usable position.',
  firstOfThem: 'The first of them:',
  allRead: 'All of the data could be read.',

  // A station, its EVSEs and connectors.
  station: 'Station',
  location: 'Location',
  connection: 'Connection',
  status: 'Status',
  evsesTitle: 'EVSEs',
  since: 'Since',
  lastMessage: 'Last message',
  lastUpdate: 'Last update',
  never: 'never',
  notKnown: 'not known',
  stated: 'stated',
  observed: 'seen',
  derived: 'reckoned',
  statedMeans: 'as the source states',
  observedMeans: 'as seen since this page opened',
  derivedFromMessage: 'reckoned from its last message',
  derivedFromUpdate: 'reckoned from its last update',
  offlineSince: 'Offline since:',
  faultedSince: 'Faulted since:',
  lastKnown: 'last known:',
  connectorReported: (id: string, word: string) => `Connector ${id}: ${word}`,
  nothingReported: 'nothing reported',
  evsesOf: (id: string) => `EVSEs of ${id}`,
  noEvsesKnown: 'No EVSEs are known of it.',

  // The list.
  listTitle: (heading: string, label: string) => `${heading}, ${label}`,
  stationsTitle: 'Stations',
  byConnection: 'By connection',
  tabOnline: 'Online',
  tabNormal: 'All',
  tabOffline: 'Offline',
  tabOnlineMeans: 'Stations that are online',
  tabNormalMeans: 'The normal list: all stations, whether online, offline or unknown',
  tabOfflineMeans: 'Stations that are offline',
  stationIdOrLocation: 'Station ID or location',
  searchStations: 'Search by station ID or location',
  copy: 'Copy',
  copying: 'Copying…',
  copied: (counted: string) => `Copied ${counted}.`,
  notCopied: (reason: string) => `Could not be copied: ${reason}`,
  onlyOverHttps: 'the browser lets only pages that come over HTTPS copy.',
  exportCsv: 'Export CSV',
  exporting: 'Exporting…',
  exported: (counted: string) => `Exported ${counted}.`,
  notExported: (reason: string) => `Could not be exported: ${reason}`,
  showLatest: 'Show latest',
  nothingHere: 'No stations here.',
  nothingMatches: (search: string) => `No station or location matches “${search}”.`,
  clearSearch: 'Clear the search',
  nothingLeft: 'No station is left by what was chosen.',
  clearChoices: 'Clear the choices',
  listNotLoaded: 'The list could not be loaded.',
  notUpToDate: 'Could not be brought up to date',
  narrowList: 'Narrow the list',
  inTroubleFor: 'In trouble for',
  inTroubleForAny: 'In trouble for: any',
  inTroubleForOver: (d: Duration) => `In trouble for > ${d.words}`,
  // What the list counts: one of these, then where and of whom, then for how long in trouble.
  stationsOnline: (counted: string) => `${counted} online`,
  stationsAreOffline: (counted: string) => `${counted} offline`,
  stationsUnknown: (counted: string) => `${counted} whose connection is unknown`,
  someEvses: 'EVSEs',
  evsesInStatus: (counted: string, label: string) => `${counted} ${label.toLowerCase()}`,
  evsesLastKnown: (counted: string, label: string) => `${counted} last known as ${label.toLowerCase()}`,
  evsesAt: (evses: string, counted: string) => `${evses}, at ${counted}`,
  inCountries: (counted: string, names: string) => `${counted} in ${names}`,
  ofOperators: (counted: string, names: string) => `${counted} of ${names}`,
  areInTrouble: (counted: string) => `${counted}, in trouble`,
  areInTroubleForOver: (counted: string, d: Duration) => `${counted}, in trouble for more than ${d.words}`,
  asLastKnown: (counted: string) => `${counted}; as last known where a station is not online`,

  // The maps.
  search: 'Search',
  searchMap: 'Search a location or station',
  found: 'Found',
  nothingFound: 'Nothing found.',
  noPosition: (name: string) => `${name} has no position on the map.`,
  notFound: (name: string, reason: string) => `${name} could not be found: ${reason}`,
  fit: 'Fit to my network',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  backToBefore: 'Back to where you were (Backspace)',
  groupOf: (locations: string) => `Group of ${locations}`,
  markerName: (name: string, counted: string, statuses: string) => `${name}, ${counted}: ${statuses}`,
  locationsTitle: 'Locations',
  locationsHere: (locations: string) => `${locations} at this point`,
  leftOut: (counted: string) => `${counted} without a usable position: counted, but not on the map`,
  noStreets: 'This map shows no streets here.',
  streetsFailed: 'The street map could not be loaded. Towns and coasts are shown without it.',
  noMap: 'The map cannot be drawn here. These are its stations:',
  townsBy: (source: string) => `Towns: ${source}`,
  metres: 'm',
  kilometres: 'km',
  feet: 'ft',
  miles: 'mi',
};

/** All texts of one language, by what they say. A catalogue that misses one does not compile. */
export type Messages = typeof en;
