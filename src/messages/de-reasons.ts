import { pluralsOf } from '../model/amounts.js';
import type { Amount } from '../model/amounts.js';
import type { ReasonTexts } from './reason-texts.js';

const plural = pluralsOf<'one' | 'other'>('de');

const seconds = (n: Amount) => plural(n, { one: 'eine Sekunde', other: `${n.text} Sekunden` });

const MOMENT = 'Millisekunden seit 1970 oder ISO-8601-Text der Jahre 1970 bis 9999';

/** Warum Daten fehlen. */
export const deReasons: ReasonTexts = {
  nothing: 'keine Angabe',
  anObject: 'Objekt',
  anArray: n => `Liste (${n.text})`,

  unexpected: (path, value, expected) => `${path}: ${value}; erwartet: ${expected}.`,
  text: 'Text',
  textNotEmpty: 'nicht leerer Text',
  aList: 'Liste',
  listOfIds: 'Liste von IDs',
  wholeNumber: 'ganze Zahl',
  wholeNumberFromZero: 'ganze Zahl ab 0',
  secondsFromZero: 'Sekunden ab 0',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}, der Uhr des Netzes höchstens einen Tag voraus`,
  momentSince2000: `${MOMENT}, nicht vor 2000`,
  momentOfPast: 'Zeitpunkt nicht nach dem des Datenstands',
  newLocationId: 'ID, die kein Standort davor hat',
  newStationId: 'ID, die keine Station davor hat',
  newIdOfList: 'ID, die in der Liste noch nicht vorkam',
  stationOfNetwork: 'ID einer Station des Netzes',
  idOfLocations: 'ID eines Standorts des Netzes',
  idOfStations: 'ID einer Station des Netzes',
  latitude: 'Grad von -90 bis 90',
  longitude: 'Grad',
  placeNotZero: 'andere Position als 0, 0, denn das steht für keine',
  statusWord: 'Status aus OCPP 1.6, 2.0.1, 2.1 oder OCPI; jeder andere gilt als unbestimmt',
  stationStatusWord:
    'Available, Occupied, Reserved, Unavailable oder Faulted für eine Station als Ganzes; alles andere wird nicht gelesen',
  deploymentState: states => `${states}; Stationen in jedem anderen Zustand werden nicht gezählt`,
  historyPoints: 'Liste von Zeitpunkten, der älteste zuerst',
  historyPoint: 'Objekt mit „at“ und „counts“',
  countsByDimension: 'Anzahlen nach Dimension',
  countsByStatus: 'Anzahlen nach Status',
  noneBut: fields => `nur die Felder ${fields}`,

  ocpiFeed: 'OCPI-Locations als Array oder {data: […]}',
  ocpiLocation: 'OCPI-Location',
  ocpiLocationId: 'ID einer Location',
  ocpiDateTime: 'DateTime wie 2026-06-07T16:25:39Z',
  ocpiEvses: 'Array von EVSEs',
  ocpiEvse: 'OCPI-EVSE',
  ocpiUid: 'uid einer EVSE',
  ocpiStatus: 'OCPI-Status wie AVAILABLE',
  ocpiDegrees: 'Dezimalgrad als Text',
  notOcpi: (expected, value) => `Erwartet: ${expected}; erhalten: ${value}.`,
  ocpiRefused: (expected, status) =>
    `Erwartet: ${expected}; erhalten: status_code ${status}. Erfolg ist 1xxx.`,
  ocpiWithoutData: (expected, value) =>
    `Erwartet: ${expected}; erhalten: ein Objekt mit folgendem Inhalt in „data“: ${value}.`,
  ocpiWithoutDataBut: (expected, value, status) =>
    `Erwartet: ${expected}; erhalten: ein Objekt mit folgendem Inhalt in „data“: ${value}. Sein Status ist ${status}.`,
  ocpiPage: (url, reason) => `${url}: ${reason}`,
  ocpiEndHidden:
    'Weder „Link“ noch „X-Total-Count“ ist lesbar, sodass es mehr als die erste Seite geben kann. Ein Server anderer Herkunft ' +
    'muss „X-Total-Count“ senden und „Access-Control-Expose-Headers: Link, X-Total-Count“.',

  strangeEvent: (stream, event) =>
    `Der Live-Stream ${stream} hat ein Ereignis mit dem Namen ${event} gesendet; erwartet werden Ereignisse ohne Namen. Es wurde nicht gelesen.`,
  strangeLine: start =>
    `Der Live-Stream hat eine Zeile gesendet, die mit ${start} beginnt; erwartet: „data“, „event“, „id“ oder „retry“ und ein Doppelpunkt. Sie wurde nicht gelesen.`,

  changeNotTaken: reason => `Eine Änderung konnte nicht übernommen werden (${reason}).`,

  partAway: part =>
    `Teil ${part} der Datenbank antwortet zurzeit nicht; seine Stationen fehlen in Listen und auf stark vergrößerten Karten, und solange wird nichts neu gezählt, auch nicht, was sich allein mit der Zeit ändert.`,

  notSnapshot: value => `Datenstand: ${value}; erwartet: {locations: […]}.`,
  notLocations: value => `„locations“ des Datenstands: ${value}; erwartet: Liste von Standorten.`,

  aSnapshot: 'NetworkSnapshot {locations: […]}',
  timedOut: (url, n) => `GET ${url}: ${seconds(n)} lang kam nichts.`,
  unanswered: (url, reason) => `GET ${url}: keine Antwort (${reason}).`,
  refused: (url, status) => `GET ${url} wurde mit ${status} beantwortet.`,
  refusedBecause: (url, status, detail) => `GET ${url} wurde mit ${status} beantwortet: ${detail}`,
  tooLarge: (url, megabytes) =>
    `GET ${url}: Die Antwort ist größer als ${megabytes.text} MB; erwartet wird eine kleinere.`,
  notJson: (url, reason, start, expected) =>
    `GET ${url}: Die Antwort ist kein JSON (${reason}). Sie beginnt mit ${start}; erwartet: ${expected}.`,
  otherShape: (url, expected) =>
    `GET ${url}: Die Antwort ist JSON mit anderem Inhalt; erwartet: ${expected}.`,
  otherShapeOcpi: (url, expected) =>
    `GET ${url}: Die Antwort ist JSON mit anderem Inhalt; erwartet: ${expected}. Es sieht nach OCPI aus: Dafür gibt es das Format „ocpi“.`,
  unreadableAnswer: (url, reason) => `GET ${url}: Die Antwort ist nicht lesbar. ${reason}`,
  redirectedAway: (url, origin) =>
    `GET ${url} wird auf einen anderen Server umgeleitet, ${origin}, der die Header nicht erhält; erwartet wird die URL, die antwortet.`,
  redirectedTwice: url =>
    `GET ${url} wird so umgeleitet, dass die Header nicht mitgesendet werden können; erwartet wird die URL, die antwortet.`,
  headersMissing: (url, reason) => `Die Header für GET ${url} waren nicht zu bekommen: ${reason}`,
  getFailed: (url, reason) => `GET ${url}: ${reason}`,

  columnsBegin: (start, expected) => `Die Spalten beginnen mit ${start}; erwartet: ${expected}.`,
  columnsShort: (bytes, header) =>
    `Die Spalten sind ${bytes} Bytes lang; erwartet wird ein Kopf von ${header}.`,
  columnsLength: (bytes, expected) =>
    `Die Spalten sind ${bytes} Bytes lang; ihrem Kopf nach wären es ${expected}.`,
  columnFalls: (column, end, least) => `Spalte ${column}: ${end}; erwartet: ${least} oder mehr.`,
  columnOwns: (column, end, expected, part) =>
    `Spalte ${column} endet bei ${end}; erwartet: ${expected}, die Anzahl in ${part}.`,
  columnEnds: (column, end, most) => `Spalte ${column} endet bei ${end}; erwartet: höchstens ${most}.`,

  ocpiIdlePages: pages =>
    `Eine weitere Seite wird genannt, obwohl ${pages} Seiten keine neue Location brachten; so käme nie ein Ende.`,
  ocpiMoreThanTotal: (locations, total) =>
    `Eine weitere Seite wird genannt, obwohl nach X-Total-Count mit ${total} schon ${locations} Locations kamen.`,
  ocpiTooManyPages: pages =>
    `Eine weitere Seite wird genannt, obwohl schon ${pages} gelesen sind, die Höchstzahl.`,
  ocpiFewerThanTotal: (locations, total) =>
    `Nach ${locations} Locations wird keine weitere Seite genannt; nach X-Total-Count sind es ${total}.`,
  ocpiLink: link => `Der Header Link ist ${link}; erwartet: <URL>; rel="…" nach RFC 8288.`,
  ocpiNextNoUrl: url => `Die nächste Seite ist ${url}; erwartet: eine URL.`,
  ocpiNextElsewhere: (url, host) => `Die nächste Seite ${url} liegt nicht auf dem Host des Feeds, ${host}.`,

  streamInterrupted: (stream, what) => `Der Live-Stream ${stream} ${what}. Er wird wieder geöffnet.`,
  streamEnded: (stream, what) =>
    `Der Live-Stream ${stream} ${what}. Bis die Seite neu geladen wird, ändert sich nichts mehr.`,
  streamMissed: (stream, what) => `Der Live-Stream ${stream} ${what}. Das Netz wird neu geladen.`,
  streamRefused: status => `wurde mit ${status} beantwortet`,
  streamEndedBy: status => `wurde mit ${status} beantwortet, womit ein Server einen Stream beendet`,
  streamOfType: (type, expected) => `wurde mit dem Inhaltstyp ${type} beantwortet; erwartet: ${expected}`,
  streamHeadersMissing: reason => `wurde nicht angefragt, da seine Header nicht zu bekommen waren: ${reason}`,
  eventTooLarge: n => `hat ein Ereignis von mehr als ${n.text} Zeichen gesendet`,
  endedByServer: 'wurde vom Server beendet',
  streamUnanswered: reason => `bekam keine Antwort (${reason})`,
  streamBroke: reason => `ist abgebrochen (${reason})`,
  streamFailed: reason => `ist gescheitert (${reason})`,
  streamRests: 'ruht, solange niemand die Seite sieht',
  streamSilent: n => `hat ${seconds(n)} lang nichts gesendet`,
  streamAway: 'war unterbrochen, und was sich inzwischen geändert hat, wurde nicht nachgereicht',
  sentReload: event => `hat das Ereignis ${event} gesendet`,
  sentNoChange: (value, reason) => `hat ${value} gesendet; erwartet: NetworkChange als JSON (${reason})`,
  sentNoState: (value, reason) => `hat ${value} gesendet; erwartet: Zustand des Netzes als JSON (${reason})`,
  streamClosed: why => `wurde geschlossen (${why})`,
  streamNotOpened: 'ließ sich nicht öffnen',

  changeLost: reason =>
    `Eine Änderung konnte nicht übernommen werden (${reason}). Das Netz wird neu geladen.`,
  changesTooFast: 'Änderungen kamen schneller, als sie übernommen werden können; das Netz wird neu geladen.',
  begunLate:
    'Änderungen der einen Art wurden noch nicht gemeldet, als die der anderen schon kamen; das Netz wird neu geladen.',

  loadUnsettled: n => `Das Laden der Quelle ist nach ${n.text} Minuten noch nicht beendet.`,
  sourceRejected: value => `Die Quelle ist gescheitert mit: ${value}; erwartet: Error.`,
  workerStopped: reason => `Der Worker, der rechnet, ist ausgefallen (${reason}).`,
  workerSilent: n => `er schwieg ${seconds(n)} lang`,
  workerNoReason: 'ohne Angabe von Gründen',
  workerLostOften: (reason, times, minutes) =>
    `${reason} Das war das ${times.text}. Mal in 10 Minuten: In den nächsten ${minutes.text} Min. wird er nicht wieder gestartet.`,
  watchedLate: 'Änderungen wurden noch nicht gemeldet, als das Netz geladen wurde; es wird neu geladen.',
  streamCodeMissing: (stream, reason) =>
    `Der Code, der dem Live-Stream ${stream} folgt, konnte nicht geladen werden (${reason}). Er wird wieder angefragt.`,
  serverCodeMissing: (server, reason) =>
    `Der Code, der den Server ${server} fragt, konnte nicht geladen werden (${reason}). Er wird wieder angefragt.`,

  mapWorkerFailed: reason =>
    `Der Worker von MapLibre ist nicht gestartet (${reason}). Er muss als JavaScript ausgeliefert und von der Richtlinie der Seite erlaubt ` +
    'werden (worker-src; von anderer Herkunft auch CORS und worker-src blob:). configureWorkers({ map }) sagt, wo er liegt.',
  fileNotLoaded: 'seine Datei kann nicht geladen werden',

  servedState: 'Zustand eines Netzes nach docs/protocol.md',
  mapItems: 'Liste von Gruppen und Standorten',
  locationWithStations: 'Standort mit seinen Stationen',
  boundsOrNull: '[West, Süd, Ost, Nord] oder null',
  pointList: 'Liste von Zeitpunkten',
  facetList: 'Liste von { value, stations }',
  notState: (url, expected, reason) =>
    `GET ${url}: Die Antwort ist nicht wie erwartet (${expected}). ${reason}`,
  epochMilliseconds: 'Millisekunden seit 1970',
  numberOfStations: 'Anzahl von Stationen',
  serverSlow: 'Die Antwort hat zu lange gedauert; eine engere Frage wird erwartet.',
  databaseAway: 'Die Datenbank antwortet zurzeit nicht.',
  serverFailed: 'Auf dem Server ist etwas fehlgeschlagen.',
};
