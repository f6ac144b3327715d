import { pluralsOf } from '../model/amounts.js';
import type { Amount } from '../model/amounts.js';
import type { ReasonTexts } from './reason-texts.js';

const plural = pluralsOf<'one' | 'many' | 'other'>('it');

const seconds = (n: Amount) =>
  plural(n, { one: 'un secondo', many: `${n.text} di secondi`, other: `${n.text} secondi` });

const MOMENT = 'millisecondi dal 1970, o testo ISO 8601 degli anni dal 1970 al 9999';

/** Perché mancano dei dati. */
export const itReasons: ReasonTexts = {
  nothing: 'nessun valore',
  anObject: 'oggetto',
  anArray: n => `elenco (${n.text})`,

  unexpected: (path, value, expected) => `${path}: ${value}; previsto: ${expected}.`,
  text: 'testo',
  textNotEmpty: 'testo non vuoto',
  aList: 'elenco',
  listOfIds: 'elenco di ID',
  wholeNumber: 'numero intero',
  wholeNumberFromZero: 'numero intero, 0 o più',
  secondsFromZero: 'secondi, 0 o più',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}, al massimo un giorno avanti rispetto all’orologio della rete`,
  momentSince2000: `${MOMENT}, non prima del 2000`,
  momentOfPast: 'momento non successivo a quello dei dati',
  newLocationId: 'ID che nessun sito precedente ha',
  newStationId: 'ID che nessuna stazione precedente ha',
  newIdOfList: 'ID non ancora presente nell’elenco',
  stationOfNetwork: 'ID di una stazione della rete',
  idOfLocations: 'ID di un sito della rete',
  idOfStations: 'ID di una stazione della rete',
  latitude: 'gradi da -90 a 90',
  longitude: 'gradi',
  placeNotZero: 'posizione diversa da 0, 0, che significa che non ce n’è',
  statusWord: 'stato di OCPP 1.6, 2.0.1, 2.1 o di OCPI; ogni altro è letto come indefinito',
  stationStatusWord:
    'Available, Occupied, Reserved, Unavailable o Faulted di una stazione nel suo insieme; ogni altro non viene letto',
  deploymentState: states => `${states}; le stazioni in ogni altro stato non sono contate`,
  historyPoints: 'elenco di momenti, dal meno recente',
  historyPoint: 'oggetto con «at» e «counts»',
  countsByDimension: 'quantità per dimensione',
  countsByStatus: 'quantità per stato',
  noneBut: fields => `solo i campi ${fields}`,

  ocpiFeed: 'Location di OCPI, come elenco o {data: […]}',
  ocpiLocation: 'Location di OCPI',
  ocpiLocationId: 'ID di una Location',
  ocpiDateTime: 'DateTime come 2026-06-07T16:25:39Z',
  ocpiEvses: 'elenco di EVSE',
  ocpiEvse: 'EVSE di OCPI',
  ocpiUid: 'uid di un EVSE',
  ocpiStatus: 'stato di OCPI come AVAILABLE',
  ocpiDegrees: 'gradi decimali in forma di testo',
  notOcpi: (expected, value) => `Previsto: ${expected}; ricevuto: ${value}.`,
  ocpiRefused: (expected, status) =>
    `Previsto: ${expected}; ricevuto: status_code ${status}. Un esito positivo è 1xxx.`,
  ocpiWithoutData: (expected, value) =>
    `Previsto: ${expected}; ricevuto: un oggetto con questo contenuto in «data»: ${value}.`,
  ocpiWithoutDataBut: (expected, value, status) =>
    `Previsto: ${expected}; ricevuto: un oggetto con questo contenuto in «data»: ${value}. Il suo stato è ${status}.`,
  ocpiPage: (url, reason) => `${url}: ${reason}`,
  ocpiEndHidden:
    'Né «Link» né «X-Total-Count» sono leggibili, perciò può esserci altro oltre alla prima pagina. Un server di un’altra origine deve ' +
    'inviare «X-Total-Count» e «Access-Control-Expose-Headers: Link, X-Total-Count».',

  strangeEvent: (stream, event) =>
    `Il flusso in diretta ${stream} ha inviato un evento di nome ${event}; sono previsti eventi senza nome. Non è stato letto.`,
  strangeLine: start =>
    `Il flusso in diretta ha inviato una riga che inizia con ${start}; previsto: «data», «event», «id» o «retry» e due punti. Non è stata letta.`,

  changeNotTaken: reason => `Impossibile applicare una modifica (${reason}).`,

  partAway: part =>
    `La parte ${part} del database al momento non risponde; le sue stazioni mancano negli elenchi e sulle mappe molto ingrandite, e intanto nulla viene ricontato, nemmeno ciò che cambia solo con il tempo.`,

  notSnapshot: value => `Istantanea: ${value}; previsto: {locations: […]}.`,
  notLocations: value => `«locations» dell’istantanea: ${value}; previsto: elenco di siti.`,

  aSnapshot: 'un NetworkSnapshot {locations: […]}',
  timedOut: (url, n) => `GET ${url}: per ${seconds(n)} non è arrivato nulla.`,
  unanswered: (url, reason) => `GET ${url}: nessuna risposta (${reason}).`,
  refused: (url, status) => `GET ${url}: la risposta è stata ${status}.`,
  refusedBecause: (url, status, detail) => `GET ${url}: la risposta è stata ${status}. ${detail}`,
  tooLarge: (url, megabytes) =>
    `GET ${url}: la risposta supera ${megabytes.text} MB; ne è prevista una più breve.`,
  notJson: (url, reason, start, expected) =>
    `GET ${url}: la risposta non è JSON (${reason}). Inizia con ${start}; previsto: ${expected}.`,
  otherShape: (url, expected) => `GET ${url}: la risposta è JSON di altra forma; previsto: ${expected}.`,
  otherShapeOcpi: (url, expected) =>
    `GET ${url}: la risposta è JSON di altra forma; previsto: ${expected}. Sembra OCPI, che si legge con il formato «ocpi».`,
  unreadableAnswer: (url, reason) => `GET ${url}: la risposta non è leggibile. ${reason}`,
  redirectedAway: (url, origin) =>
    `GET ${url} è reindirizzato a un altro server, ${origin}, che non riceve le intestazioni; è previsto l’URL che risponde.`,
  redirectedTwice: url =>
    `GET ${url} è reindirizzato in modo che le intestazioni non possono essere inviate; è previsto l’URL che risponde.`,
  headersMissing: (url, reason) => `Impossibile ottenere le intestazioni per GET ${url}: ${reason}`,
  getFailed: (url, reason) => `GET ${url}: ${reason}`,

  columnsBegin: (start, expected) => `Le colonne iniziano con ${start}; previsto: ${expected}.`,
  columnsShort: (bytes, header) =>
    `Le colonne sono di ${bytes} byte; è prevista un’intestazione di ${header}.`,
  columnsLength: (bytes, expected) =>
    `Le colonne sono di ${bytes} byte; secondo la loro intestazione sono ${expected}.`,
  columnFalls: (column, end, least) => `Colonna ${column}: ${end}; previsto: ${least} o più.`,
  columnOwns: (column, end, expected, part) =>
    `La colonna ${column} finisce a ${end}; previsto: ${expected}, la quantità in ${part}.`,
  columnEnds: (column, end, most) => `La colonna ${column} finisce a ${end}; previsto: al massimo ${most}.`,

  ocpiIdlePages: pages =>
    `È indicata un’altra pagina benché ${pages} pagine non abbiano portato nuove Location; così non finirebbe mai.`,
  ocpiMoreThanTotal: (locations, total) =>
    `È indicata un’altra pagina dopo ${locations} Location, benché secondo X-Total-Count siano ${total}.`,
  ocpiTooManyPages: pages => `È indicata un’altra pagina dopo ${pages} pagine, il massimo che viene letto.`,
  ocpiFewerThanTotal: (locations, total) =>
    `Non è indicata un’altra pagina dopo ${locations} Location, benché secondo X-Total-Count siano ${total}.`,
  ocpiLink: link => `L’intestazione Link è ${link}; previsto: <URL>; rel="…" secondo RFC 8288.`,
  ocpiNextNoUrl: url => `La pagina successiva è ${url}; è previsto un URL.`,
  ocpiNextElsewhere: (url, host) => `La pagina successiva ${url} non è sull’host del feed, ${host}.`,

  streamInterrupted: (stream, what) => `Il flusso in diretta ${stream} ${what}. Verrà riaperto.`,
  streamEnded: (stream, what) =>
    `Il flusso in diretta ${stream} ${what}. Nulla cambia più finché la pagina non viene ricaricata.`,
  streamMissed: (stream, what) => `Il flusso in diretta ${stream} ${what}. La rete viene ricaricata.`,
  streamRefused: status => `ha ricevuto la risposta ${status}`,
  streamEndedBy: status => `ha ricevuto la risposta ${status}, con cui un server pone fine a un flusso`,
  streamOfType: (type, expected) => `ha ricevuto una risposta di tipo ${type}; previsto: ${expected}`,
  streamHeadersMissing: reason =>
    `non è stato richiesto, perché non si sono potute ottenere le sue intestazioni: ${reason}`,
  eventTooLarge: n => `ha inviato un evento di più di ${n.text} caratteri`,
  endedByServer: 'è stato terminato dal server',
  streamUnanswered: reason => `non ha ricevuto risposta (${reason})`,
  streamBroke: reason => `si è interrotto (${reason})`,
  streamFailed: reason => `non è riuscito (${reason})`,
  streamRests: 'riposa finché nessuno vede la pagina',
  streamSilent: n => `non ha inviato nulla per ${seconds(n)}`,
  streamAway: 'era interrotto, e ciò che è cambiato nel frattempo non è stato inviato',
  sentReload: event => `ha inviato l’evento ${event}`,
  sentNoChange: (value, reason) => `ha inviato ${value}; previsto: un NetworkChange in JSON (${reason})`,
  sentNoState: (value, reason) => `ha inviato ${value}; previsto: lo stato della rete in JSON (${reason})`,
  streamClosed: why => `è stato chiuso (${why})`,
  streamNotOpened: 'non ha potuto essere aperto',

  changeLost: reason => `Impossibile applicare una modifica (${reason}). La rete viene ricaricata.`,
  changesTooFast:
    'Le modifiche sono arrivate più in fretta di quanto si possano applicare; la rete viene ricaricata.',
  begunLate:
    'Le modifiche di un tipo non erano ancora comunicate quando quelle di un altro già arrivavano; la rete viene ricaricata.',

  loadUnsettled: n => `Il caricamento della sorgente non è finito dopo ${n.text} minuti.`,
  sourceRejected: value => `La sorgente non è riuscita: ${value}; previsto: Error.`,
  workerStopped: reason => `Il worker che calcola si è fermato (${reason}).`,
  workerSilent: n => `ha taciuto per ${seconds(n)}`,
  workerNoReason: 'senza indicarne il motivo',
  workerLostOften: (reason, times, minutes) =>
    `${reason} È stata la ${times.text}ª volta in 10 minuti: non viene riavviato per ${minutes.text} min.`,
  watchedLate: 'Le modifiche non erano ancora comunicate quando la rete è stata caricata; viene ricaricata.',
  streamCodeMissing: (stream, reason) =>
    `Impossibile caricare il codice che segue il flusso in diretta ${stream} (${reason}). Verrà richiesto di nuovo.`,
  serverCodeMissing: (server, reason) =>
    `Impossibile caricare il codice che interroga il server ${server} (${reason}). Verrà richiesto di nuovo.`,

  mapWorkerFailed: reason =>
    `Il worker di MapLibre non si è avviato (${reason}). Deve essere servito come JavaScript e consentito dalla policy della pagina ` +
    '(worker-src; da un’altra origine, anche CORS e worker-src blob:). configureWorkers({ map }) dice dove si trova.',
  fileNotLoaded: 'il suo file non può essere caricato',

  servedState: 'lo stato di una rete secondo docs/protocol.md',
  mapItems: 'un elenco di gruppi e siti',
  locationWithStations: 'un sito con le sue stazioni',
  boundsOrNull: '[ovest, sud, est, nord] o null',
  pointList: 'un elenco di momenti',
  facetList: 'un elenco di { value, stations }',
  notState: (url, expected, reason) =>
    `GET ${url}: la risposta non è quella prevista (${expected}). ${reason}`,
  epochMilliseconds: 'millisecondi dal 1970',
  numberOfStations: 'quantità di stazioni',
  serverSlow: 'La risposta ha richiesto troppo tempo; è prevista una domanda più ristretta.',
  databaseAway: 'Il database al momento non risponde.',
  serverFailed: 'Qualcosa non è riuscito sul server.',
};
