import { pluralsOf } from '../model/amounts.js';
import type { Amount } from '../model/amounts.js';
import type { ReasonTexts } from './reason-texts.js';

const plural = pluralsOf<'one' | 'other'>('nb');

const seconds = (n: Amount) => plural(n, { one: 'ett sekund', other: `${n.text} sekunder` });

const MOMENT = 'millisekunder siden 1970, eller ISO 8601-tekst fra årene 1970 til 9999';

/** Hvorfor data mangler. */
export const nbReasons: ReasonTexts = {
  nothing: 'ingen verdi',
  anObject: 'objekt',
  anArray: n => `liste (${n.text})`,

  unexpected: (path, value, expected) => `${path}: ${value}; forventet: ${expected}.`,
  text: 'tekst',
  textNotEmpty: 'tekst som ikke er tom',
  aList: 'liste',
  listOfIds: 'liste over ID-er',
  wholeNumber: 'helt tall',
  wholeNumberFromZero: 'helt tall, 0 eller mer',
  secondsFromZero: 'sekunder, 0 eller mer',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}, høyst et døgn foran nettverkets klokke`,
  momentSince2000: `${MOMENT}, ikke før 2000`,
  momentOfPast: 'tidspunkt som ikke er senere enn dataenes',
  newLocationId: 'ID som ingen tidligere steder har',
  newStationId: 'ID som ingen tidligere stasjoner har',
  newIdOfList: 'ID som ikke alt står i listen',
  stationOfNetwork: 'ID-en til en stasjon i nettverket',
  idOfLocations: 'ID-en til et sted i nettverket',
  idOfStations: 'ID-en til en stasjon i nettverket',
  latitude: 'grader fra -90 til 90',
  longitude: 'grader',
  placeNotZero: 'en annen posisjon enn 0, 0, som betyr ingen',
  statusWord: 'status fra OCPP 1.6, 2.0.1, 2.1 eller OCPI; alle andre leses som udefinert',
  stationStatusWord:
    'Available, Occupied, Reserved, Unavailable eller Faulted for en stasjon som helhet; alt annet blir ikke lest',
  deploymentState: states => `${states}; stasjoner i alle andre tilstander telles ikke`,
  historyPoints: 'liste over tidspunkter, eldste først',
  historyPoint: 'objekt med «at» og «counts»',
  countsByDimension: 'antall per dimensjon',
  countsByStatus: 'antall per status',
  noneBut: fields => `bare feltene ${fields}`,

  ocpiFeed: 'OCPI-Locations, som liste eller {data: […]}',
  ocpiLocation: 'OCPI-Location',
  ocpiLocationId: 'ID-en til en Location',
  ocpiDateTime: 'DateTime som 2026-06-07T16:25:39Z',
  ocpiEvses: 'liste over EVSE-er',
  ocpiEvse: 'OCPI-EVSE',
  ocpiUid: 'uid-en til en EVSE',
  ocpiStatus: 'OCPI-status som AVAILABLE',
  ocpiDegrees: 'desimalgrader som tekst',
  notOcpi: (expected, value) => `Forventet: ${expected}; fikk: ${value}.`,
  ocpiRefused: (expected, status) =>
    `Forventet: ${expected}; fikk: status_code ${status}. Vellykket er 1xxx.`,
  ocpiWithoutData: (expected, value) =>
    `Forventet: ${expected}; fikk: et objekt med dette innholdet i «data»: ${value}.`,
  ocpiWithoutDataBut: (expected, value, status) =>
    `Forventet: ${expected}; fikk: et objekt med dette innholdet i «data»: ${value}. Statusen er ${status}.`,
  ocpiPage: (url, reason) => `${url}: ${reason}`,
  ocpiEndHidden:
    'Verken «Link» eller «X-Total-Count» kan leses, så det kan finnes mer enn den første siden. En server med en annen opprinnelse må ' +
    'sende «X-Total-Count» og «Access-Control-Expose-Headers: Link, X-Total-Count».',

  strangeEvent: (stream, event) =>
    `Direktestrømmen ${stream} sendte en hendelse med navnet ${event}; hendelser uten navn forventes. Den ble ikke lest.`,
  strangeLine: start =>
    `Direktestrømmen sendte en linje som begynner med ${start}; forventet: «data», «event», «id» eller «retry» og et kolon. Den ble ikke lest.`,

  changeNotTaken: reason => `En endring kunne ikke tas med (${reason}).`,

  partAway: part =>
    `Del ${part} av databasen svarer ikke for øyeblikket; stasjonene i den mangler i lister og på kart som er zoomet langt inn, og imens telles ingenting på nytt, heller ikke det som endrer seg med tiden alene.`,

  notSnapshot: value => `Øyeblikksbilde: ${value}; forventet: {locations: […]}.`,
  notLocations: value => `«locations» i øyeblikksbildet: ${value}; forventet: liste over steder.`,

  aSnapshot: 'en NetworkSnapshot {locations: […]}',
  timedOut: (url, n) => `GET ${url}: det kom ingenting på ${seconds(n)}.`,
  unanswered: (url, reason) => `GET ${url}: ikke noe svar (${reason}).`,
  refused: (url, status) => `GET ${url} ble besvart med ${status}.`,
  refusedBecause: (url, status, detail) => `GET ${url} ble besvart med ${status}: ${detail}`,
  tooLarge: (url, megabytes) =>
    `GET ${url}: svaret er større enn ${megabytes.text} MB; et kortere er forventet.`,
  notJson: (url, reason, start, expected) =>
    `GET ${url}: svaret er ikke JSON (${reason}). Det begynner med ${start}; forventet: ${expected}.`,
  otherShape: (url, expected) => `GET ${url}: svaret er JSON med en annen form; forventet: ${expected}.`,
  otherShapeOcpi: (url, expected) =>
    `GET ${url}: svaret er JSON med en annen form; forventet: ${expected}. Det ligner OCPI, som leses med formatet «ocpi».`,
  unreadableAnswer: (url, reason) => `GET ${url}: svaret kan ikke leses. ${reason}`,
  redirectedAway: (url, origin) =>
    `GET ${url} videresendes til en annen server, ${origin}, som ikke får headerne; URL-en som svarer, er forventet.`,
  redirectedTwice: url =>
    `GET ${url} videresendes slik at headerne ikke kan følge med; URL-en som svarer, er forventet.`,
  headersMissing: (url, reason) => `Headerne for GET ${url} var ikke å få tak i: ${reason}`,
  getFailed: (url, reason) => `GET ${url}: ${reason}`,

  columnsBegin: (start, expected) => `Kolonnene begynner med ${start}; forventet: ${expected}.`,
  columnsShort: (bytes, header) => `Kolonnene er på ${bytes} byte; et hode på ${header} er forventet.`,
  columnsLength: (bytes, expected) => `Kolonnene er på ${bytes} byte; ifølge hodet er de på ${expected}.`,
  columnFalls: (column, end, least) => `Kolonne ${column}: ${end}; forventet: ${least} eller mer.`,
  columnOwns: (column, end, expected, part) =>
    `Kolonne ${column} slutter på ${end}; forventet: ${expected}, antallet i ${part}.`,
  columnEnds: (column, end, most) => `Kolonne ${column} slutter på ${end}; forventet: høyst ${most}.`,

  ocpiIdlePages: pages =>
    `Det oppgis en neste side selv om ${pages} sider ikke ga noen ny Location; slik tar det aldri slutt.`,
  ocpiMoreThanTotal: (locations, total) =>
    `Det oppgis en neste side etter ${locations} Locations, selv om det ifølge X-Total-Count er ${total}.`,
  ocpiTooManyPages: pages => `Det oppgis en neste side etter ${pages} sider, det meste som leses.`,
  ocpiFewerThanTotal: (locations, total) =>
    `Det oppgis ingen neste side etter ${locations} Locations, selv om det ifølge X-Total-Count er ${total}.`,
  ocpiLink: link => `Headeren Link er ${link}; forventet: <URL>; rel="…" etter RFC 8288.`,
  ocpiNextNoUrl: url => `Neste side er ${url}; en URL er forventet.`,
  ocpiNextElsewhere: (url, host) => `Neste side ${url} ligger ikke hos verten til datastrømmen, ${host}.`,

  streamInterrupted: (stream, what) => `Direktestrømmen ${stream} ${what}. Den åpnes på nytt.`,
  streamEnded: (stream, what) =>
    `Direktestrømmen ${stream} ${what}. Ingenting endrer seg mer før siden lastes på nytt.`,
  streamMissed: (stream, what) => `Direktestrømmen ${stream} ${what}. Nettverket lastes inn på nytt.`,
  streamRefused: status => `ble besvart med ${status}`,
  streamEndedBy: status => `ble besvart med ${status}, som en server avslutter en strøm med`,
  streamOfType: (type, expected) => `ble besvart med innholdstypen ${type}; forventet: ${expected}`,
  streamHeadersMissing: reason => `ble ikke hentet, siden headerne ikke var å få tak i: ${reason}`,
  eventTooLarge: n => `sendte en hendelse på mer enn ${n.text} tegn`,
  endedByServer: 'ble avsluttet av serveren',
  streamUnanswered: reason => `fikk ikke noe svar (${reason})`,
  streamBroke: reason => `ble brutt (${reason})`,
  streamFailed: reason => `mislyktes (${reason})`,
  streamRests: 'hviler mens ingen ser siden',
  streamSilent: n => `sendte ingenting på ${seconds(n)}`,
  streamAway: 'var borte, og det som endret seg imens, ble ikke sendt',
  sentReload: event => `sendte hendelsen ${event}`,
  sentNoChange: (value, reason) => `sendte ${value}; forventet: en NetworkChange som JSON (${reason})`,
  sentNoState: (value, reason) => `sendte ${value}; forventet: nettverkets tilstand som JSON (${reason})`,
  streamClosed: why => `ble lukket (${why})`,
  streamNotOpened: 'kunne ikke åpnes',

  changeLost: reason => `En endring kunne ikke tas med (${reason}). Nettverket lastes inn på nytt.`,
  changesTooFast: 'Endringene kom raskere enn de kan tas imot; nettverket lastes inn på nytt.',
  begunLate:
    'Endringer av ett slag ble ennå ikke meldt da de av et annet allerede kom; nettverket lastes inn på nytt.',

  loadUnsettled: n => `Innlastingen fra kilden er ikke ferdig etter ${n.text} minutter.`,
  sourceRejected: value => `Kilden mislyktes med: ${value}; forventet: Error.`,
  workerStopped: reason => `Workeren som regner, har stoppet (${reason}).`,
  workerSilent: n => `den var taus i ${seconds(n)}`,
  workerNoReason: 'uten oppgitt grunn',
  workerLostOften: (reason, times, minutes) =>
    `${reason} Det var ${times.text}. gang på 10 minutter: den startes ikke igjen på ${minutes.text} min.`,
  watchedLate: 'Endringer ble ennå ikke meldt da nettverket ble lastet inn; det lastes inn på nytt.',
  streamCodeMissing: (stream, reason) =>
    `Koden som følger direktestrømmen ${stream}, kunne ikke lastes inn (${reason}). Den hentes på nytt.`,
  serverCodeMissing: (server, reason) =>
    `Koden som spør serveren ${server}, kunne ikke lastes inn (${reason}). Den hentes på nytt.`,

  mapWorkerFailed: reason =>
    `MapLibres worker startet ikke (${reason}). Den må leveres som JavaScript og være tillatt av sidens retningslinjer ` +
    '(worker-src; fra en annen opprinnelse også CORS og worker-src blob:). configureWorkers({ map }) sier hvor den ligger.',
  fileNotLoaded: 'filen kan ikke lastes inn',

  servedState: 'tilstanden til et nettverk etter docs/protocol.md',
  mapItems: 'liste over grupper og steder',
  locationWithStations: 'et sted med stasjonene sine',
  boundsOrNull: '[vest, sør, øst, nord] eller null',
  pointList: 'liste over tidspunkter',
  facetList: 'liste over { value, stations }',
  notState: (url, expected, reason) => `GET ${url}: svaret er ikke som forventet (${expected}). ${reason}`,
  epochMilliseconds: 'millisekunder siden 1970',
  numberOfStations: 'antall stasjoner',
  serverSlow: 'Svaret tok for lang tid; et snevrere spørsmål er forventet.',
  databaseAway: 'Databasen svarer ikke for øyeblikket.',
  serverFailed: 'Noe gikk galt på serveren.',
};
