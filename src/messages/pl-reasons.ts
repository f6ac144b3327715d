import { pluralsOf } from '../model/amounts.js';
import type { Amount } from '../model/amounts.js';
import type { ReasonTexts } from './reason-texts.js';

const plural = pluralsOf<'one' | 'few' | 'many' | 'other'>('pl');

const seconds = (n: Amount) =>
  plural(n, {
    one: 'sekundę',
    few: `${n.text} sekundy`,
    many: `${n.text} sekund`,
    other: `${n.text} sekundy`,
  });

const MOMENT = 'milisekundy od 1970 r. lub tekst ISO 8601 z lat 1970–9999';

/** Dlaczego brakuje danych. */
export const plReasons: ReasonTexts = {
  nothing: 'brak wartości',
  anObject: 'obiekt',
  anArray: n => `lista (${n.text})`,

  unexpected: (path, value, expected) => `${path}: ${value}; oczekiwano: ${expected}.`,
  text: 'tekst',
  textNotEmpty: 'niepusty tekst',
  aList: 'lista',
  listOfIds: 'lista identyfikatorów',
  wholeNumber: 'liczba całkowita',
  wholeNumberFromZero: 'liczba całkowita, co najmniej 0',
  secondsFromZero: 'sekundy, co najmniej 0',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}, najwyżej o dzień później niż zegar sieci`,
  momentSince2000: `${MOMENT}, nie wcześniej niż w 2000 r.`,
  momentOfPast: 'chwila nie późniejsza niż chwila danych',
  newLocationId: 'identyfikator, którego nie ma żadna wcześniejsza lokalizacja',
  newStationId: 'identyfikator, którego nie ma żadna wcześniejsza stacja',
  newIdOfList: 'identyfikator, którego nie było jeszcze na liście',
  stationOfNetwork: 'identyfikator stacji z sieci',
  idOfLocations: 'identyfikator lokalizacji z sieci',
  idOfStations: 'identyfikator stacji z sieci',
  latitude: 'stopnie od -90 do 90',
  longitude: 'stopnie',
  placeNotZero: 'pozycja inna niż 0, 0, które oznacza jej brak',
  statusWord: 'status z OCPP 1.6, 2.0.1, 2.1 lub z OCPI; każdy inny jest czytany jako nieokreślony',
  stationStatusWord:
    'Available, Occupied, Reserved, Unavailable lub Faulted dla stacji jako całości; każdy inny jest pomijany',
  deploymentState: states => `${states}; stacje w każdym innym stanie nie są liczone`,
  historyPoints: 'lista chwil od najstarszej',
  historyPoint: 'obiekt z polami „at” i „counts”',
  countsByDimension: 'liczby według wymiaru',
  countsByStatus: 'liczby według statusu',
  noneBut: fields => `tylko pola ${fields}`,

  ocpiFeed: 'Locations z OCPI jako tablica lub {data: […]}',
  ocpiLocation: 'Location z OCPI',
  ocpiLocationId: 'identyfikator Location',
  ocpiDateTime: 'DateTime, na przykład 2026-06-07T16:25:39Z',
  ocpiEvses: 'tablica EVSE',
  ocpiEvse: 'EVSE z OCPI',
  ocpiUid: 'uid EVSE',
  ocpiStatus: 'status z OCPI, na przykład AVAILABLE',
  ocpiDegrees: 'stopnie dziesiętne jako tekst',
  notOcpi: (expected, value) => `Oczekiwano: ${expected}; otrzymano: ${value}.`,
  ocpiRefused: (expected, status) =>
    `Oczekiwano: ${expected}; otrzymano: status_code ${status}. Powodzenie to 1xxx.`,
  ocpiWithoutData: (expected, value) =>
    `Oczekiwano: ${expected}; otrzymano: obiekt, w którego „data” jest: ${value}.`,
  ocpiWithoutDataBut: (expected, value, status) =>
    `Oczekiwano: ${expected}; otrzymano: obiekt, w którego „data” jest: ${value}. Jego status to ${status}.`,
  ocpiPage: (url, reason) => `${url}: ${reason}`,
  ocpiEndHidden:
    'Nie da się odczytać ani „Link”, ani „X-Total-Count”, więc poza pierwszą stroną mogą być kolejne. Serwer z innego źródła musi ' +
    'wysyłać „X-Total-Count” oraz „Access-Control-Expose-Headers: Link, X-Total-Count”.',

  strangeEvent: (stream, event) =>
    `Strumień na żywo ${stream} wysłał zdarzenie o nazwie ${event}; oczekiwane są zdarzenia bez nazwy. Nie zostało odczytane.`,
  strangeLine: start =>
    `Strumień na żywo wysłał wiersz zaczynający się od ${start}; oczekiwano: „data”, „event”, „id” lub „retry” i dwukropka. Nie został odczytany.`,

  changeNotTaken: reason => `Nie udało się przyjąć zmiany (${reason}).`,

  partAway: part =>
    `Część ${part} bazy danych chwilowo nie odpowiada; brakuje jej stacji na listach i na mapach w dużym powiększeniu, a do tego czasu nic nie jest liczone na nowo, nawet to, co zmienia się z samym upływem czasu.`,

  notSnapshot: value => `Migawka: ${value}; oczekiwano: {locations: […]}.`,
  notLocations: value => `„locations” migawki: ${value}; oczekiwano: lista lokalizacji.`,

  aSnapshot: 'NetworkSnapshot {locations: […]}',
  timedOut: (url, n) => `GET ${url}: przez ${seconds(n)} nic nie nadeszło.`,
  unanswered: (url, reason) => `GET ${url}: brak odpowiedzi (${reason}).`,
  refused: (url, status) => `GET ${url}: odpowiedź ${status}.`,
  refusedBecause: (url, status, detail) => `GET ${url}: odpowiedź ${status}. ${detail}`,
  tooLarge: (url, megabytes) => `GET ${url}: odpowiedź przekracza ${megabytes.text} MB; oczekiwano krótszej.`,
  notJson: (url, reason, start, expected) =>
    `GET ${url}: odpowiedź nie jest w formacie JSON (${reason}). Zaczyna się od ${start}; oczekiwano: ${expected}.`,
  otherShape: (url, expected) => `GET ${url}: odpowiedź to JSON o innej budowie; oczekiwano: ${expected}.`,
  otherShapeOcpi: (url, expected) =>
    `GET ${url}: odpowiedź to JSON o innej budowie; oczekiwano: ${expected}. Wygląda na OCPI, które czyta się w formacie „ocpi”.`,
  unreadableAnswer: (url, reason) => `GET ${url}: odpowiedzi nie da się odczytać. ${reason}`,
  redirectedAway: (url, origin) =>
    `GET ${url} jest przekierowywane na inny serwer, ${origin}, do którego nagłówki nie są wysyłane; oczekiwano adresu URL, który odpowiada.`,
  redirectedTwice: url =>
    `GET ${url} jest przekierowywane tak, że nie można wysłać nagłówków; oczekiwano adresu URL, który odpowiada.`,
  headersMissing: (url, reason) => `Nie udało się uzyskać nagłówków dla GET ${url}: ${reason}`,
  getFailed: (url, reason) => `GET ${url}: ${reason}`,

  columnsBegin: (start, expected) => `Kolumny zaczynają się od ${start}; oczekiwano: ${expected}.`,
  columnsShort: (bytes, header) =>
    `Długość kolumn w bajtach: ${bytes}; oczekiwano nagłówka o długości ${header}.`,
  columnsLength: (bytes, expected) =>
    `Długość kolumn w bajtach: ${bytes}; z ich nagłówka wynika ${expected}.`,
  columnFalls: (column, end, least) => `Kolumna ${column}: ${end}; oczekiwano: co najmniej ${least}.`,
  columnOwns: (column, end, expected, part) =>
    `Kolumna ${column} kończy się na ${end}; oczekiwano: ${expected}, czyli liczby w ${part}.`,
  columnEnds: (column, end, most) => `Kolumna ${column} kończy się na ${end}; oczekiwano: najwyżej ${most}.`,

  ocpiIdlePages: pages =>
    `Podano następną stronę, choć ostatnie strony (${pages}) nie przyniosły żadnej nowej Location; to by się nigdy nie skończyło.`,
  ocpiMoreThanTotal: (locations, total) =>
    `Podano następną stronę, choć odebrano już ${locations} Locations, a według X-Total-Count jest ich ${total}.`,
  ocpiTooManyPages: pages =>
    `Podano następną stronę, choć odczytano już największą dopuszczalną liczbę stron: ${pages}.`,
  ocpiFewerThanTotal: (locations, total) =>
    `Po ${locations} Locations nie podano następnej strony, a według X-Total-Count jest ich ${total}.`,
  ocpiLink: link => `Nagłówek Link to ${link}; oczekiwano: <URL>; rel="…" zgodnie z RFC 8288.`,
  ocpiNextNoUrl: url => `Następna strona to ${url}; oczekiwano adresu URL.`,
  ocpiNextElsewhere: (url, host) => `Następna strona ${url} nie leży na hoście źródła, ${host}.`,

  streamInterrupted: (stream, what) => `Strumień na żywo ${stream} ${what}. Zostanie ponownie otwarty.`,
  streamEnded: (stream, what) =>
    `Strumień na żywo ${stream} ${what}. Do ponownego wczytania strony nic się już nie zmieni.`,
  streamMissed: (stream, what) => `Strumień na żywo ${stream} ${what}. Sieć jest wczytywana od nowa.`,
  streamRefused: status => `otrzymał odpowiedź ${status}`,
  streamEndedBy: status => `otrzymał odpowiedź ${status}, którą serwer kończy strumień`,
  streamOfType: (type, expected) => `otrzymał odpowiedź typu ${type}; oczekiwano: ${expected}`,
  streamHeadersMissing: reason => `nie został zamówiony, bo nie udało się uzyskać jego nagłówków: ${reason}`,
  eventTooLarge: n => `wysłał zbyt długie zdarzenie (więcej znaków niż ${n.text})`,
  endedByServer: 'został zakończony przez serwer',
  streamUnanswered: reason => `nie otrzymał odpowiedzi (${reason})`,
  streamBroke: reason => `został przerwany (${reason})`,
  streamFailed: reason => `zawiódł (${reason})`,
  streamRests: 'odpoczywa, dopóki nikt nie widzi strony',
  streamSilent: n => `nic nie wysłał przez ${seconds(n)}`,
  streamAway: 'był przerwany, a tego, co się w tym czasie zmieniło, nie przesłano',
  sentReload: event => `wysłał zdarzenie ${event}`,
  sentNoChange: (value, reason) => `wysłał ${value}; oczekiwano: NetworkChange w formacie JSON (${reason})`,
  sentNoState: (value, reason) => `wysłał ${value}; oczekiwano: stan sieci w formacie JSON (${reason})`,
  streamClosed: why => `został zamknięty (${why})`,
  streamNotOpened: 'nie dał się otworzyć',

  changeLost: reason => `Nie udało się przyjąć zmiany (${reason}). Sieć jest wczytywana od nowa.`,
  changesTooFast: 'Zmiany nadchodziły szybciej, niż można je przyjąć; sieć jest wczytywana od nowa.',
  begunLate:
    'Zmiany jednego rodzaju nie były jeszcze zgłaszane, gdy nadchodziły już zmiany innego; sieć jest wczytywana od nowa.',

  loadUnsettled: n => `Wczytywanie ze źródła nie skończyło się w ciągu ${n.text} minut.`,
  sourceRejected: value => `Źródło zawiodło: ${value}; oczekiwano: Error.`,
  workerStopped: reason => `Worker, który liczy, przestał działać (${reason}).`,
  workerSilent: n => `milczał przez ${seconds(n)}`,
  workerNoReason: 'nie podano przyczyny',
  workerLostOften: (reason, times, minutes) =>
    `${reason} To ${times.text}. raz w ciągu 10 minut: przez ${minutes.text} min nie będzie uruchamiany ponownie.`,
  watchedLate: 'Zmiany nie były jeszcze zgłaszane, gdy wczytywano sieć; jest wczytywana od nowa.',
  streamCodeMissing: (stream, reason) =>
    `Nie udało się wczytać kodu, który śledzi strumień na żywo ${stream} (${reason}). Zostanie pobrany ponownie.`,
  serverCodeMissing: (server, reason) =>
    `Nie udało się wczytać kodu, który pyta serwer ${server} (${reason}). Zostanie pobrany ponownie.`,

  mapWorkerFailed: reason =>
    `Worker MapLibre nie wystartował (${reason}). Musi być podawany jako JavaScript i dozwolony przez zasady strony ` +
    '(worker-src; z innego źródła także CORS i worker-src blob:). configureWorkers({ map }) mówi, gdzie leży.',
  fileNotLoaded: 'nie można wczytać jego pliku',

  servedState: 'stan sieci według docs/protocol.md',
  mapItems: 'lista grup i lokalizacji',
  locationWithStations: 'lokalizacja ze swoimi stacjami',
  boundsOrNull: '[zachód, południe, wschód, północ] lub null',
  pointList: 'lista chwil',
  facetList: 'lista { value, stations }',
  notState: (url, expected, reason) =>
    `GET ${url}: odpowiedź jest inna, niż oczekiwano (${expected}). ${reason}`,
  epochMilliseconds: 'milisekundy od 1970 r.',
  numberOfStations: 'liczba stacji',
  serverSlow: 'Odpowiedź trwała zbyt długo; oczekiwano węższego pytania.',
  databaseAway: 'Baza danych chwilowo nie odpowiada.',
  serverFailed: 'Coś zawiodło na serwerze.',
};
