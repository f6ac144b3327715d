/** @typedef {import('./random.mjs').Random} Random */

/** Streets and sites as they are called in a language; `#` stands for the house number. */
const WORDS = {
  nl: [
    [
      'Stationsplein #',
      'Kerkstraat #',
      'Molenweg #',
      'Havenkade #',
      'Dorpsstraat #',
      'Industrieweg #',
      'Parklaan #',
      'Markt #',
    ],
    [
      'P+R',
      'Winkelcentrum',
      'Ziekenhuis',
      'Sporthal',
      'Bedrijvenpark',
      'Gemeentehuis',
      'Verzorgingsplaats Oost',
    ],
  ],
  de: [
    [
      'Bahnhofstraße #',
      'Hauptstraße #',
      'Am Markt #',
      'Industriestraße #',
      'Gartenweg #',
      'Ringstraße #',
      'Hafenallee #',
    ],
    ['Park & Ride', 'Einkaufszentrum', 'Klinikum', 'Messe', 'Autohof', 'Rathaus', 'Gewerbepark Süd'],
  ],
  fr: [
    [
      '# rue de la Gare',
      '# place du Marché',
      '# rue des Écoles',
      '# quai du Port',
      "# rue de l'Église",
      '# allée des Tilleuls',
    ],
    ['Gare', 'Centre commercial', 'Hôpital', 'Mairie', 'Aire de service', "Zone d'activités"],
  ],
  en: [
    [
      '# High Street',
      '# Station Road',
      '# Mill Lane',
      '# Market Square',
      '# Harbour Road',
      '# Park Avenue',
      '# Church Road',
    ],
    [
      'Park & Ride',
      'Retail Park',
      'Hospital',
      'Leisure Centre',
      'Services North',
      'Business Park',
      'Town Hall',
    ],
  ],
  no: [
    ['Stasjonsveien #', 'Storgata #', 'Kirkeveien #', 'Havnegata #', 'Skoleveien #'],
    ['Kjøpesenter', 'Sykehus', 'Fergekai', 'Næringspark'],
  ],
  sv: [
    ['Stationsgatan #', 'Storgatan #', 'Kyrkvägen #', 'Hamngatan #', 'Skolgatan #'],
    ['Köpcentrum', 'Sjukhus', 'Resecentrum', 'Idrottshall'],
  ],
  da: [
    ['Stationsvej #', 'Algade #', 'Kirkevej #', 'Havnegade #', 'Møllevej #'],
    ['Storcenter', 'Sygehus', 'Rasteplads', 'Rådhus'],
  ],
  fi: [
    ['Asematie #', 'Kauppakatu #', 'Kirkkotie #', 'Satamakatu #', 'Koulutie #'],
    ['Kauppakeskus', 'Sairaala', 'Uimahalli', 'Liityntäpysäköinti'],
  ],
  es: [
    ['Calle Mayor #', 'Plaza del Mercado #', 'Calle de la Estación #', 'Avenida del Puerto #'],
    ['Centro comercial', 'Hospital', 'Estación', 'Polígono Norte'],
  ],
  pt: [
    ['Rua da Estação #', 'Praça do Mercado #', 'Avenida do Porto #', 'Rua da Igreja #'],
    ['Centro comercial', 'Hospital', 'Estação', 'Parque industrial'],
  ],
  it: [
    ['Via della Stazione #', 'Piazza del Mercato #', 'Via del Porto #', 'Via dei Mulini #'],
    ['Centro commerciale', 'Ospedale', 'Stazione', 'Fiera'],
  ],
  pl: [
    ['ul. Dworcowa #', 'ul. Główna #', 'ul. Kościelna #', 'Rynek #', 'ul. Ogrodowa #'],
    ['Galeria handlowa', 'Szpital', 'Dworzec', 'Park przemysłowy'],
  ],
  cs: [
    ['Nádražní #', 'Hlavní #', 'Školní #', 'Náměstí #', 'Zahradní #'],
    ['Obchodní centrum', 'Nemocnice', 'Nádraží', 'Průmyslová zóna'],
  ],
  el: [
    ['Οδός Σταθμού #', 'Οδός Λιμένος #', 'Πλατεία Αγοράς #'],
    ['Εμπορικό Κέντρο', 'Νοσοκομείο', 'Σταθμός'],
  ],
  tr: [
    ['İstasyon Caddesi #', 'Çarşı Sokak #', 'Liman Caddesi #'],
    ['Alışveriş Merkezi', 'Hastane', 'Otogar'],
  ],
  he: [
    ['רחוב התחנה #', 'רחוב הנמל #', 'כיכר השוק #'],
    ['קניון', 'בית חולים', 'תחנת רכבת'],
  ],
  ar: [
    ['شارع المحطة #', 'شارع الميناء #', 'ساحة السوق #'],
    ['مركز التسوق', 'المستشفى', 'المطار'],
  ],
  ja: [
    ['駅前通り#番', '港町#番', '中央通り#番', '市場町#番'],
    ['ショッピングセンター', '病院', '駅前駐車場'],
  ],
  ko: [
    ['역전로 #', '시장길 #', '항구로 #', '중앙로 #'],
    ['쇼핑센터', '병원', '환승주차장'],
  ],
  zh: [
    ['车站路#号', '港口路#号', '中心街#号', '市场路#号'],
    ['购物中心', '医院', '停车场'],
  ],
  hi: [
    ['स्टेशन रोड #', 'बाज़ार मार्ग #', 'बंदरगाह रोड #'],
    ['शॉपिंग सेंटर', 'अस्पताल', 'बस अड्डा'],
  ],
  th: [
    ['ถนนสถานี #', 'ถนนตลาด #', 'ถนนท่าเรือ #'],
    ['ศูนย์การค้า', 'โรงพยาบาล', 'สถานีรถไฟ'],
  ],
};

/**
 * What a location is called where it stands: a street with a number, or, most big ones, the town and a site.
 * @param {Random} random
 * @param {{language: string, town: string, stations: number}} place
 * @returns {string}
 */
export function nameLocation(random, { language, town, stations }) {
  const [streets, sites] = WORDS[language];
  if (random.next() < (stations > 4 ? 0.85 : 0.15)) return `${town} ${random.pick(sites)}`;
  return `${random.pick(streets).replace('#', String(random.integer(1, 240)))}, ${town}`;
}
