import { pluralsOf } from '../model/amounts.js';
import type { Amount } from '../model/amounts.js';
import type { ReasonTexts } from './reason-texts.js';

const plural = pluralsOf<'one' | 'other'>('nl');

const seconds = (n: Amount) => plural(n, { one: 'een seconde', other: `${n.text} seconden` });

const MOMENT = 'milliseconden sinds 1970, of ISO 8601-tekst uit de jaren 1970 tot en met 9999';

/** Waarom gegevens ontbreken. */
export const nlReasons: ReasonTexts = {
  nothing: 'niets opgegeven',
  anObject: 'object',
  anArray: n => `lijst (${n.text})`,

  unexpected: (path, value, expected) => `${path}: ${value}; verwacht: ${expected}.`,
  text: 'tekst',
  textNotEmpty: 'tekst die niet leeg is',
  aList: 'lijst',
  listOfIds: "lijst van ID's",
  wholeNumber: 'geheel getal',
  wholeNumberFromZero: 'geheel getal, 0 of meer',
  secondsFromZero: 'seconden, 0 of meer',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}, hoogstens een dag later dan de klok van het netwerk`,
  momentSince2000: `${MOMENT}, niet voor 2000`,
  momentOfPast: 'tijdstip dat niet later is dan dat van de gegevens',
  newLocationId: 'ID dat geen eerdere locatie heeft',
  newStationId: 'ID dat geen eerder station heeft',
  newIdOfList: 'ID dat nog niet in de lijst stond',
  stationOfNetwork: 'ID van een station van het netwerk',
  idOfLocations: 'ID van een locatie van het netwerk',
  idOfStations: 'ID van een station van het netwerk',
  latitude: 'graden van -90 tot en met 90',
  longitude: 'graden',
  placeNotZero: 'andere positie dan 0, 0, want dat staat voor geen',
  statusWord: 'status uit OCPP 1.6, 2.0.1, 2.1 of OCPI; elke andere telt als onbepaald',
  stationStatusWord:
    'Available, Occupied, Reserved, Unavailable of Faulted van een station als geheel; iets anders wordt niet gelezen',
  deploymentState: states => `${states}; stations in een andere status worden niet geteld`,
  historyPoints: 'lijst van tijdstippen, oudste eerst',
  historyPoint: 'object met ‘at’ en ‘counts’',
  countsByDimension: 'aantallen per dimensie',
  countsByStatus: 'aantallen per status',
  noneBut: fields => `alleen de velden ${fields}`,

  ocpiFeed: 'OCPI-Locations, als array of {data: […]}',
  ocpiLocation: 'OCPI-Location',
  ocpiLocationId: 'ID van een Location',
  ocpiDateTime: 'DateTime zoals 2026-06-07T16:25:39Z',
  ocpiEvses: "array van EVSE's",
  ocpiEvse: 'OCPI-EVSE',
  ocpiUid: 'uid van een EVSE',
  ocpiStatus: 'OCPI-status zoals AVAILABLE',
  ocpiDegrees: 'decimale graden als tekst',
  notOcpi: (expected, value) => `Verwacht: ${expected}; gekregen: ${value}.`,
  ocpiRefused: (expected, status) => `Verwacht: ${expected}; gekregen: status_code ${status}. 1xxx is goed.`,
  ocpiWithoutData: (expected, value) =>
    `Verwacht: ${expected}; gekregen: een object met in ‘data’ het volgende: ${value}.`,
  ocpiWithoutDataBut: (expected, value, status) =>
    `Verwacht: ${expected}; gekregen: een object met in ‘data’ het volgende: ${value}. De status is ${status}.`,
  ocpiPage: (url, reason) => `${url}: ${reason}`,
  ocpiEndHidden:
    'Noch ‘Link’ noch ‘X-Total-Count’ is te lezen, dus er kan meer zijn dan de eerste pagina. Een server van een andere herkomst ' +
    'moet ‘X-Total-Count’ sturen, en ‘Access-Control-Expose-Headers: Link, X-Total-Count’.',

  strangeEvent: (stream, event) =>
    `De livestream ${stream} stuurde een gebeurtenis met de naam ${event}; verwacht worden gebeurtenissen zonder naam. Ze is niet gelezen.`,
  strangeLine: start =>
    `De livestream stuurde een regel die begint met ${start}; verwacht: ‘data’, ‘event’, ‘id’ of ‘retry’ en een dubbelepunt. De regel is niet gelezen.`,

  changeNotTaken: reason => `Een wijziging kon niet worden verwerkt (${reason}).`,

  partAway: part =>
    `Deel ${part} van de database antwoordt op dit moment niet; de stations daarvan ontbreken in lijsten en op ver ingezoomde kaarten, en zolang wordt niets opnieuw geteld, ook niet wat alleen door de tijd verandert.`,

  notSnapshot: value => `Momentopname: ${value}; verwacht: {locations: […]}.`,
  notLocations: value => `‘locations’ van de momentopname: ${value}; verwacht: lijst van locaties.`,

  aSnapshot: 'NetworkSnapshot {locations: […]}',
  timedOut: (url, n) => `GET ${url}: er kwam ${seconds(n)} lang niets.`,
  unanswered: (url, reason) => `GET ${url}: geen antwoord (${reason}).`,
  refused: (url, status) => `GET ${url} is beantwoord met ${status}.`,
  refusedBecause: (url, status, detail) => `GET ${url} is beantwoord met ${status}: ${detail}`,
  tooLarge: (url, megabytes) =>
    `GET ${url}: het antwoord is groter dan ${megabytes.text} MB; verwacht wordt een kleiner.`,
  notJson: (url, reason, start, expected) =>
    `GET ${url}: het antwoord is geen JSON (${reason}). Het begint met ${start}; verwacht: ${expected}.`,
  otherShape: (url, expected) =>
    `GET ${url}: het antwoord is JSON met een andere inhoud; verwacht: ${expected}.`,
  otherShapeOcpi: (url, expected) =>
    `GET ${url}: het antwoord is JSON met een andere inhoud; verwacht: ${expected}. Het lijkt op OCPI: daarvoor is de indeling ‘ocpi’.`,
  unreadableAnswer: (url, reason) => `GET ${url}: het antwoord is niet te lezen. ${reason}`,
  redirectedAway: (url, origin) =>
    `GET ${url} wordt doorverwezen naar een andere server, ${origin}, die de headers niet krijgt; verwacht wordt de URL die antwoordt.`,
  redirectedTwice: url =>
    `GET ${url} wordt zo doorverwezen dat de headers niet mee kunnen; verwacht wordt de URL die antwoordt.`,
  headersMissing: (url, reason) => `De headers voor GET ${url} waren niet te krijgen: ${reason}`,
  getFailed: (url, reason) => `GET ${url}: ${reason}`,

  columnsBegin: (start, expected) => `De kolommen beginnen met ${start}; verwacht: ${expected}.`,
  columnsShort: (bytes, header) =>
    `De kolommen zijn ${bytes} bytes lang; verwacht wordt een kop van ${header}.`,
  columnsLength: (bytes, expected) =>
    `De kolommen zijn ${bytes} bytes lang; volgens hun kop zijn het er ${expected}.`,
  columnFalls: (column, end, least) => `Kolom ${column}: ${end}; verwacht: ${least} of meer.`,
  columnOwns: (column, end, expected, part) =>
    `Kolom ${column} eindigt bij ${end}; verwacht: ${expected}, het aantal in ${part}.`,
  columnEnds: (column, end, most) => `Kolom ${column} eindigt bij ${end}; verwacht: hoogstens ${most}.`,

  ocpiIdlePages: pages =>
    `Er wordt nog een pagina genoemd, hoewel ${pages} pagina’s geen nieuwe Location brachten; zo komt er nooit een eind aan.`,
  ocpiMoreThanTotal: (locations, total) =>
    `Er wordt nog een pagina genoemd, hoewel er volgens X-Total-Count ${total} Locations zijn en er al ${locations} kwamen.`,
  ocpiTooManyPages: pages =>
    `Er wordt nog een pagina genoemd, hoewel er al ${pages} zijn gelezen, het maximum.`,
  ocpiFewerThanTotal: (locations, total) =>
    `Na ${locations} Locations wordt geen pagina meer genoemd; volgens X-Total-Count zijn het er ${total}.`,
  ocpiLink: link => `De header Link is ${link}; verwacht: <URL>; rel="…" volgens RFC 8288.`,
  ocpiNextNoUrl: url => `De volgende pagina is ${url}; verwacht: een URL.`,
  ocpiNextElsewhere: (url, host) => `De volgende pagina ${url} staat niet op de host van de feed, ${host}.`,

  streamInterrupted: (stream, what) => `De livestream ${stream} ${what}. Hij wordt opnieuw geopend.`,
  streamEnded: (stream, what) =>
    `De livestream ${stream} ${what}. Er verandert niets meer tot de pagina opnieuw wordt geladen.`,
  streamMissed: (stream, what) => `De livestream ${stream} ${what}. Het netwerk wordt opnieuw geladen.`,
  streamRefused: status => `is beantwoord met ${status}`,
  streamEndedBy: status => `is beantwoord met ${status}, waarmee een server een stream beëindigt`,
  streamOfType: (type, expected) => `is beantwoord met het inhoudstype ${type}; verwacht: ${expected}`,
  streamHeadersMissing: reason => `is niet opgevraagd, omdat de headers niet te krijgen waren: ${reason}`,
  eventTooLarge: n => `stuurde een gebeurtenis van meer dan ${n.text} tekens`,
  endedByServer: 'is door de server beëindigd',
  streamUnanswered: reason => `kreeg geen antwoord (${reason})`,
  streamBroke: reason => `is afgebroken (${reason})`,
  streamFailed: reason => `is mislukt (${reason})`,
  streamRests: 'rust zolang niemand de pagina ziet',
  streamSilent: n => `stuurde ${seconds(n)} lang niets`,
  streamAway: 'was weg, en wat intussen veranderde is niet nagestuurd',
  sentReload: event => `stuurde de gebeurtenis ${event}`,
  sentNoChange: (value, reason) => `stuurde ${value}; verwacht: NetworkChange als JSON (${reason})`,
  sentNoState: (value, reason) =>
    `stuurde ${value}; verwacht: de toestand van het netwerk als JSON (${reason})`,
  streamClosed: why => `is gesloten (${why})`,
  streamNotOpened: 'kon niet worden geopend',

  changeLost: reason =>
    `Een wijziging kon niet worden verwerkt (${reason}). Het netwerk wordt opnieuw geladen.`,
  changesTooFast: 'Wijzigingen kwamen sneller dan ze te verwerken zijn; het netwerk wordt opnieuw geladen.',
  begunLate:
    'Wijzigingen van de ene soort werden nog niet gemeld toen die van de andere al kwamen; het netwerk wordt opnieuw geladen.',

  loadUnsettled: n => `Het laden van de bron is na ${n.text} minuten nog niet klaar.`,
  sourceRejected: value => `De bron mislukte met: ${value}; verwacht: Error.`,
  workerStopped: reason => `De worker die rekent is uitgevallen (${reason}).`,
  workerSilent: n => `hij zweeg ${seconds(n)}`,
  workerNoReason: 'zonder opgaaf van reden',
  workerLostOften: (reason, times, minutes) =>
    `${reason} Dat was de ${times.text}e keer in 10 minuten: de komende ${minutes.text} min. wordt hij niet opnieuw gestart.`,
  watchedLate: 'Wijzigingen werden nog niet gemeld toen het netwerk werd geladen; het wordt opnieuw geladen.',
  streamCodeMissing: (stream, reason) =>
    `De code die de livestream ${stream} volgt, kon niet worden geladen (${reason}). Ze wordt opnieuw opgevraagd.`,
  serverCodeMissing: (server, reason) =>
    `De code die de server ${server} bevraagt, kon niet worden geladen (${reason}). Ze wordt opnieuw opgevraagd.`,

  mapWorkerFailed: reason =>
    `De worker van MapLibre is niet gestart (${reason}). Hij moet als JavaScript worden geserveerd en door het beleid van de pagina zijn ` +
    'toegestaan (worker-src; van een andere herkomst ook CORS en worker-src blob:). configureWorkers({ map }) zegt waar hij staat.',
  fileNotLoaded: 'het bestand kan niet worden geladen',

  servedState: 'toestand van een netwerk volgens docs/protocol.md',
  mapItems: 'lijst van groepen en locaties',
  locationWithStations: 'locatie met haar stations',
  boundsOrNull: '[west, zuid, oost, noord] of null',
  pointList: 'lijst van tijdstippen',
  facetList: 'lijst van { value, stations }',
  notState: (url, expected, reason) =>
    `GET ${url}: het antwoord is niet wat werd verwacht (${expected}). ${reason}`,
  epochMilliseconds: 'milliseconden sinds 1970',
  numberOfStations: 'aantal stations',
  serverSlow: 'Het antwoord duurde te lang; verwacht wordt een beperktere vraag.',
  databaseAway: 'De database antwoordt op dit moment niet.',
  serverFailed: 'Op de server is iets misgegaan.',
};
