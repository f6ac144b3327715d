import { pluralsOf } from '../model/amounts.js';
import type { Amount } from '../model/amounts.js';
import type { ReasonTexts } from './reason-texts.js';

const plural = pluralsOf<'one' | 'many' | 'other'>('fr');

const seconds = (n: Amount) =>
  plural(n, { one: `${n.text} seconde`, many: `${n.text} de secondes`, other: `${n.text} secondes` });

const MOMENT = 'millisecondes depuis 1970, ou texte ISO 8601 des années 1970 à 9999';

/** Pourquoi des données manquent. */
export const frReasons: ReasonTexts = {
  nothing: 'aucune valeur',
  anObject: 'objet',
  anArray: n => `liste (${n.text})`,

  unexpected: (path, value, expected) => `${path}\u00a0: ${value}\u00a0; attendu\u00a0: ${expected}.`,
  text: 'texte',
  textNotEmpty: 'texte non vide',
  aList: 'liste',
  listOfIds: 'liste d’identifiants',
  wholeNumber: 'nombre entier',
  wholeNumberFromZero: 'nombre entier, 0 ou plus',
  secondsFromZero: 'secondes, 0 ou plus',
  moment: MOMENT,
  momentNotAhead: `${MOMENT}, au plus un jour en avance sur l’horloge du réseau`,
  momentSince2000: `${MOMENT}, pas avant 2000`,
  momentOfPast: 'moment qui n’est pas postérieur aux données',
  newLocationId: 'identifiant qu’aucun site précédent ne porte',
  newStationId: 'identifiant qu’aucune borne précédente ne porte',
  newIdOfList: 'identifiant qui n’est pas déjà dans la liste',
  stationOfNetwork: 'identifiant d’une borne du réseau',
  idOfLocations: 'identifiant d’un site du réseau',
  idOfStations: 'identifiant d’une borne du réseau',
  latitude: 'degrés de -90 à 90',
  longitude: 'degrés',
  placeNotZero: 'position autre que 0, 0, qui signifie qu’il n’y en a pas',
  statusWord: 'statut d’OCPP 1.6, 2.0.1, 2.1 ou d’OCPI\u00a0; tout autre est lu comme indéfini',
  stationStatusWord:
    'Available, Occupied, Reserved, Unavailable ou Faulted pour une borne dans son ensemble\u00a0; tout autre n’est pas lu',
  deploymentState: states => `${states}\u00a0; les bornes dans tout autre état ne sont pas comptées`,
  historyPoints: 'liste de moments, du plus ancien au plus récent',
  historyPoint: 'objet avec «\u00a0at\u00a0» et «\u00a0counts\u00a0»',
  countsByDimension: 'nombres par dimension',
  countsByStatus: 'nombres par statut',
  noneBut: fields => `seulement les champs ${fields}`,

  ocpiFeed: 'Locations OCPI, sous forme de tableau ou de {data: […]}',
  ocpiLocation: 'Location OCPI',
  ocpiLocationId: 'identifiant d’une Location',
  ocpiDateTime: 'DateTime comme 2026-06-07T16:25:39Z',
  ocpiEvses: 'tableau d’EVSE',
  ocpiEvse: 'EVSE OCPI',
  ocpiUid: 'uid d’un EVSE',
  ocpiStatus: 'statut OCPI comme AVAILABLE',
  ocpiDegrees: 'degrés décimaux sous forme de texte',
  notOcpi: (expected, value) => `Attendu\u00a0: ${expected}\u00a0; reçu\u00a0: ${value}.`,
  ocpiRefused: (expected, status) =>
    `Attendu\u00a0: ${expected}\u00a0; reçu\u00a0: status_code ${status}. Un succès est 1xxx.`,
  ocpiWithoutData: (expected, value) =>
    `Attendu\u00a0: ${expected}\u00a0; reçu\u00a0: un objet dont «\u00a0data\u00a0» contient\u00a0: ${value}.`,
  ocpiWithoutDataBut: (expected, value, status) =>
    `Attendu\u00a0: ${expected}\u00a0; reçu\u00a0: un objet dont «\u00a0data\u00a0» contient\u00a0: ${value}. Son statut est ${status}.`,
  ocpiPage: (url, reason) => `${url}\u00a0: ${reason}`,
  ocpiEndHidden:
    'Ni «\u00a0Link\u00a0» ni «\u00a0X-Total-Count\u00a0» ne peuvent être lus\u00a0: il peut donc y avoir d’autres pages après la première. Un serveur d’une autre ' +
    'origine doit envoyer «\u00a0X-Total-Count\u00a0» et «\u00a0Access-Control-Expose-Headers: Link, X-Total-Count\u00a0».',

  strangeEvent: (stream, event) =>
    `Le flux en direct ${stream} a envoyé un événement nommé ${event}\u00a0; des événements sans nom sont attendus. Il n’a pas été lu.`,
  strangeLine: start =>
    `Le flux en direct a envoyé une ligne qui commence par ${start}\u00a0; attendu\u00a0: «\u00a0data\u00a0», «\u00a0event\u00a0», «\u00a0id\u00a0» ou «\u00a0retry\u00a0» suivi de deux-points. Elle n’a pas été lue.`,

  changeNotTaken: reason => `Une modification n’a pas pu être prise en compte (${reason}).`,

  partAway: part =>
    `La partie ${part} de la base de données ne répond pas en ce moment\u00a0; ses bornes manquent dans les listes et sur les cartes agrandies, et rien n’est recompté entre-temps, pas même ce qui change avec le temps seul.`,

  notSnapshot: value => `Instantané\u00a0: ${value}\u00a0; attendu\u00a0: {locations: […]}.`,
  notLocations: value =>
    `«\u00a0locations\u00a0» de l’instantané\u00a0: ${value}\u00a0; attendu\u00a0: liste de sites.`,

  aSnapshot: 'un NetworkSnapshot {locations: […]}',
  timedOut: (url, n) => `GET ${url}\u00a0: rien n’est arrivé pendant ${seconds(n)}.`,
  unanswered: (url, reason) => `GET ${url}\u00a0: pas de réponse (${reason}).`,
  refused: (url, status) => `GET ${url}\u00a0: réponse ${status}.`,
  refusedBecause: (url, status, detail) => `GET ${url}\u00a0: réponse ${status}. ${detail}`,
  tooLarge: (url, megabytes) =>
    `GET ${url}\u00a0: la réponse dépasse ${megabytes.text}\u00a0Mo\u00a0; une réponse plus courte est attendue.`,
  notJson: (url, reason, start, expected) =>
    `GET ${url}\u00a0: la réponse n’est pas du JSON (${reason}). Elle commence par ${start}\u00a0; attendu\u00a0: ${expected}.`,
  otherShape: (url, expected) =>
    `GET ${url}\u00a0: la réponse est du JSON d’une autre forme\u00a0; attendu\u00a0: ${expected}.`,
  otherShapeOcpi: (url, expected) =>
    `GET ${url}\u00a0: la réponse est du JSON d’une autre forme\u00a0; attendu\u00a0: ${expected}. Cela ressemble à de l’OCPI, qui se lit au format «\u00a0ocpi\u00a0».`,
  unreadableAnswer: (url, reason) => `GET ${url}\u00a0: la réponse est illisible. ${reason}`,
  redirectedAway: (url, origin) =>
    `GET ${url} est redirigé vers un autre serveur, ${origin}, qui ne reçoit pas les en-têtes\u00a0; l’URL qui répond est attendue.`,
  redirectedTwice: url =>
    `GET ${url} est redirigé d’une façon qui ne permet pas d’envoyer les en-têtes\u00a0; l’URL qui répond est attendue.`,
  headersMissing: (url, reason) => `Les en-têtes pour GET ${url} n’ont pas pu être obtenus\u00a0: ${reason}`,
  getFailed: (url, reason) => `GET ${url}\u00a0: ${reason}`,

  columnsBegin: (start, expected) =>
    `Les colonnes commencent par ${start}\u00a0; attendu\u00a0: ${expected}.`,
  columnsShort: (bytes, header) =>
    `Les colonnes font ${bytes} octets\u00a0; un en-tête de ${header} est attendu.`,
  columnsLength: (bytes, expected) =>
    `Les colonnes font ${bytes} octets\u00a0; leur en-tête en annonce ${expected}.`,
  columnFalls: (column, end, least) =>
    `Colonne ${column}\u00a0: ${end}\u00a0; attendu\u00a0: ${least} ou plus.`,
  columnOwns: (column, end, expected, part) =>
    `La colonne ${column} se termine à ${end}\u00a0; attendu\u00a0: ${expected}, le nombre dans ${part}.`,
  columnEnds: (column, end, most) =>
    `La colonne ${column} se termine à ${end}\u00a0; attendu\u00a0: ${most} au plus.`,

  ocpiIdlePages: pages =>
    `Une page suivante est annoncée alors que ${pages} pages n’ont apporté aucune nouvelle Location\u00a0; cela ne finirait jamais.`,
  ocpiMoreThanTotal: (locations, total) =>
    `Une page suivante est annoncée après ${locations} Locations, alors que X-Total-Count en annonce ${total}.`,
  ocpiTooManyPages: pages => `Une page suivante est annoncée après ${pages} pages, le maximum qui est lu.`,
  ocpiFewerThanTotal: (locations, total) =>
    `Aucune page suivante n’est annoncée après ${locations} Locations, alors que X-Total-Count en annonce ${total}.`,
  ocpiLink: link => `L’en-tête Link est ${link}\u00a0; attendu\u00a0: <URL>; rel="…" selon la RFC 8288.`,
  ocpiNextNoUrl: url => `La page suivante est ${url}\u00a0; une URL est attendue.`,
  ocpiNextElsewhere: (url, host) => `La page suivante ${url} n’est pas sur l’hôte du flux, ${host}.`,

  streamInterrupted: (stream, what) => `Le flux en direct ${stream} ${what}. Il va être rouvert.`,
  streamEnded: (stream, what) =>
    `Le flux en direct ${stream} ${what}. Plus rien ne change jusqu’au rechargement de la page.`,
  streamMissed: (stream, what) => `Le flux en direct ${stream} ${what}. Le réseau est rechargé.`,
  streamRefused: status => `a reçu la réponse ${status}`,
  streamEndedBy: status => `a reçu la réponse ${status}, par laquelle un serveur met fin à un flux`,
  streamOfType: (type, expected) => `a reçu une réponse de type ${type}\u00a0; attendu\u00a0: ${expected}`,
  streamHeadersMissing: reason =>
    `n’a pas été demandé, car ses en-têtes n’ont pas pu être obtenus\u00a0: ${reason}`,
  eventTooLarge: n => `a envoyé un événement de plus de ${n.text} caractères`,
  endedByServer: 'a été terminé par le serveur',
  streamUnanswered: reason => `n’a pas reçu de réponse (${reason})`,
  streamBroke: reason => `a été coupé (${reason})`,
  streamFailed: reason => `a échoué (${reason})`,
  streamRests: 'est au repos tant que personne ne voit la page',
  streamSilent: n => `n’a rien envoyé pendant ${seconds(n)}`,
  streamAway: 'était interrompu, et ce qui a changé entre-temps n’a pas été envoyé',
  sentReload: event => `a envoyé l’événement ${event}`,
  sentNoChange: (value, reason) =>
    `a envoyé ${value}\u00a0; attendu\u00a0: un NetworkChange en JSON (${reason})`,
  sentNoState: (value, reason) =>
    `a envoyé ${value}\u00a0; attendu\u00a0: l’état du réseau en JSON (${reason})`,
  streamClosed: why => `a été fermé (${why})`,
  streamNotOpened: 'n’a pas pu être ouvert',

  changeLost: reason =>
    `Une modification n’a pas pu être prise en compte (${reason}). Le réseau est rechargé.`,
  changesTooFast:
    'Les modifications arrivaient trop vite pour être prises en compte\u00a0; le réseau est rechargé.',
  begunLate:
    'Les modifications d’un type n’étaient pas encore signalées alors que celles d’un autre l’étaient déjà\u00a0; le réseau est rechargé.',

  loadUnsettled: n => `Le chargement de la source n’est pas terminé après ${n.text} minutes.`,
  sourceRejected: value => `La source a échoué avec\u00a0: ${value}\u00a0; attendu\u00a0: Error.`,
  workerStopped: reason => `Le worker qui calcule s’est arrêté (${reason}).`,
  workerSilent: n => `il s’est tu pendant ${seconds(n)}`,
  workerNoReason: 'sans raison indiquée',
  workerLostOften: (reason, times, minutes) =>
    `${reason} C’était la ${times.text}e fois en 10 minutes\u00a0: il n’est pas relancé avant ${minutes.text} min.`,
  watchedLate:
    'Les modifications n’étaient pas encore signalées quand le réseau a été chargé\u00a0; il est rechargé.',
  streamCodeMissing: (stream, reason) =>
    `Le code qui suit le flux en direct ${stream} n’a pas pu être chargé (${reason}). Il va être redemandé.`,
  serverCodeMissing: (server, reason) =>
    `Le code qui interroge le serveur ${server} n’a pas pu être chargé (${reason}). Il va être redemandé.`,

  mapWorkerFailed: reason =>
    `Le worker de MapLibre n’a pas démarré (${reason}). Il doit être servi comme JavaScript et autorisé par la politique de la page ` +
    '(worker-src\u00a0; depuis une autre origine, aussi CORS et worker-src blob:). configureWorkers({ map }) dit où il se trouve.',
  fileNotLoaded: 'son fichier ne peut pas être chargé',

  servedState: 'l’état d’un réseau selon docs/protocol.md',
  mapItems: 'une liste de groupes et de sites',
  locationWithStations: 'un site avec ses bornes',
  boundsOrNull: '[ouest, sud, est, nord] ou null',
  pointList: 'une liste de moments',
  facetList: 'une liste de { value, stations }',
  notState: (url, expected, reason) =>
    `GET ${url}\u00a0: la réponse n’est pas ce qui est attendu (${expected}). ${reason}`,
  epochMilliseconds: 'millisecondes depuis 1970',
  numberOfStations: 'nombre de bornes',
  serverSlow: 'La réponse a pris trop de temps\u00a0; une question plus restreinte est attendue.',
  databaseAway: 'La base de données ne répond pas en ce moment.',
  serverFailed: 'Quelque chose a échoué sur le serveur.',
};
