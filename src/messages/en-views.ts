import { pluralsOf } from '../model/amounts.js';
import type { Amount, Duration } from '../model/amounts.js';

const plural = pluralsOf<'one' | 'other'>('en');

const stations = (n: Amount) => plural(n, { one: 'station', other: 'stations' });
const evses = (n: Amount) => plural(n, { one: 'EVSE', other: 'EVSEs' });

/** English, of what every page has: the frame, the pies, the legends, and what stands in their place. */
export const enViews = {
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
  evses: (n: Amount) => `${n.text} ${evses(n)}`,
  evsesNoun: evses,

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
  dataAge: (age: string, moment: string) => `${age}, as of ${moment}`,
  justNow: 'just now',
  tryAgain: 'Try again',

  // What stands in place of a view.
  noProvider: (tag: string) =>
    `No data provider. Put <${tag}> inside an <ev-data-provider> with a src or a provider, or set its provider property.`,
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
  refreshView: (heading: string) => `Refresh ${heading}`,
  refreshed: 'Refreshed',
  refresh: 'Refresh',
  fetchLatest: 'Fetch the latest data',
  help: 'Help',
  save: 'Save or copy',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',

  // Pies and legends.
  pie: 'Pie of statuses',
  legend: 'Legend',
  status: 'Status',
  stationsTitle: 'Stations',
  evsesTitle: 'EVSEs',
  share: 'Share',
  change: 'Change',
  hidden: 'hidden',
  hideStatus: (label: string) => `Hide ${label}`,
  showStatus: (label: string) => `Show ${label}`,
  showList: 'Show the list',
  listStationsIn: (counted: string, label: string) => `List ${counted}: ${label}`,
  listEvsesIn: (counted: string, label: string) => `List the stations with ${counted}: ${label}`,
  sliceName: (label: string, counted: string, share: string) =>
    `${label}: ${counted}, ${share}. Show the list.`,

  // How numbers changed.
  hoursShort: (n: Amount) => `${n.text} h`,
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
  someMissing: 'Some of the data is missing or incomplete',
  whichNotShown: (reason: string) => `Which could not be shown: ${reason}`,
};
