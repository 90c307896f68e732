//! Countries and other places.

/// Countries, their adjectives, and a few capitals that stand for governments.
pub(crate) const PLACES: &str = "afghan afghanistan africa african algeria algerian america american argentina argentine asia asian \
    australia australian austria austrian azerbaijan bahrain bangladesh bangladeshi belarus belarusian belgian belgium \
    bolivia brazil brazilian britain british bulgaria bulgarian burma burmese cambodia cambodian canada canadian chile chilean \
    china chinese colombia colombian congo croatia croatian cuba cuban cyprus czech danish denmark dutch egypt egyptian \
    england english estonia estonian ethiopia ethiopian europe european filipino finland finnish france french georgia georgian \
    german germany ghana greece greek haiti haitian hungarian hungary iceland india indian indonesia indonesian iran iranian \
    iraq iraqi ireland irish israel israeli italian italy jamaica japan japanese jordan jordanian kazakhstan kenya kenyan \
    korea korean kosovo kuwait kyrgyzstan latvia latvian lebanese lebanon liberia libya libyan lithuania malaysia malaysian \
    mali mexican mexico moldova mongolia morocco moroccan mozambique myanmar nepal netherlands nigeria nigerian norway \
    norwegian oman pakistan pakistani palestine palestinian panama paraguay peru peruvian philippine philippines poland polish \
    portugal portuguese qatar romania romanian russia russian rwanda saudi scotland scottish senegal serbia serbian singapore \
    slovak slovakia slovenia somali somalia soviet spain spanish sudan sudanese sweden swedish swiss switzerland syria \
    syrian taiwan tajik tajikistan tanzania thai thailand tunisia turkey turkish turkmenistan uganda ukraine ukrainian \
    uruguay uzbek uzbekistan venezuela venezuelan vietnam vietnamese wales welsh yemen yemeni zambia zimbabwe zealand \
    albania albanian argentinian armenia armenian azerbaijani bahraini bolivian bosnia bosnian botswana cameroon congolese \
    croat cypriot ecuador ecuadorian emirati eritrea eritrean ghanaian guatemala guatemalan honduran honduras icelandic \
    jamaican kazakh kuwaiti kyrgyz laos liberian lithuanian luxembourg macedonia macedonian malawi malta maltese moldovan \
    mongolian montenegro namibia nepalese nicaragua nicaraguan niger omani paraguayan qatari rwandan salvadoran senegalese \
    serb singaporean slovene slovenian taiwanese tanzanian togo tunisian ugandan uruguayan zambian zimbabwean \
    london paris moscow washington berlin beijing kabul tehran brussels";

/// Ends of the adjectives of countries, which no country's name has.
pub(crate) const ENDS_OF_ORIGINS: &[&str] =
    &["ish", "ian", "ese", "ican", "ench", "utch", "eek", "aeli", "raqi", "stani", "ean", "wiss"];

/// States, of which officials are called as those of countries are: "the Florida senator".
pub(crate) const STATES: &[&str] = &[
    "alabama",
    "alaska",
    "arizona",
    "arkansas",
    "california",
    "carolina",
    "colorado",
    "connecticut",
    "dakota",
    "delaware",
    "florida",
    "hawaii",
    "idaho",
    "illinois",
    "indiana",
    "iowa",
    "kansas",
    "kentucky",
    "louisiana",
    "maine",
    "maryland",
    "massachusetts",
    "michigan",
    "minnesota",
    "mississippi",
    "missouri",
    "montana",
    "nebraska",
    "nevada",
    "hampshire",
    "jersey",
    "york",
    "ohio",
    "oklahoma",
    "oregon",
    "pennsylvania",
    "tennessee",
    "texas",
    "utah",
    "vermont",
    "virginia",
    "wisconsin",
    "wyoming",
    "queensland",
    "victoria",
    "tasmania",
    "ontario",
    "quebec",
    "alberta",
    "manitoba",
    "bavaria",
    "saxony",
    "catalonia",
    "kashmir",
    "punjab",
    "bihar",
    "kerala",
];

/// States as they stand behind a place: "Salem, N.H.", without the last stop.
pub(crate) const SHORT_STATES: &[&str] = &[
    "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky",
    "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "N.H", "N.J", "N.M",
    "N.Y", "N.C", "N.D", "Okla", "Ore", "Pa", "R.I", "S.C", "S.D", "Tenn", "Tex", "Vt", "Va",
    "Wash", "W.Va", "Wis", "Wyo", "D.C", "B.C", "Ont", "Que", "AL", "AK", "AZ", "AR", "CA", "CO",
    "CT", "DE", "FL", "GA", "IL", "KS", "KY", "LA", "MD", "MA", "MI", "MN", "MO", "MS", "MT", "NE",
    "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "PA", "RI", "SC", "SD", "TN", "TX", "UT",
    "VT", "VA", "WA", "WI", "WV", "WY", "DC",
];

/// With what the name of a place begins that ends in a place of its own: "Western Europe".
pub(crate) const PARTS_OF_PLACES: &[&str] = &[
    "western",
    "eastern",
    "northern",
    "southern",
    "central",
    "north",
    "south",
    "east",
    "west",
    "latin",
    "saudi",
    "united",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "sub-saharan",
    "equatorial",
    "upper",
    "lower",
    "middle",
    "african",
    "asian",
    "native",
];

/// Ends of the names of places and prizes, and of no person's.
pub(crate) const ENDS_OF_PLACES: &[&str] = &[
    "Tower",
    "Towers",
    "Stadium",
    "Arena",
    "Bridge",
    "Tunnel",
    "Plaza",
    "Square",
    "Cathedral",
    "Library",
    "Theatre",
    "Theater",
    "Hotel",
    "Memorial",
    "Prize",
    "Award",
    "Awards",
    "Trophy",
    "Medal",
    "County",
    "Township",
    "Borough",
    "District",
    "Province",
    "Road",
    "Avenue",
    "Boulevard",
    "Airport",
    "Islands",
];

/// Stand before the name of a place alone: "the northern Sierra Nevada".
pub(crate) const DIRECTIONS: &[&str] =
    &["northern", "southern", "eastern", "western", "central", "upper", "lower"];

/// Places whose names begin with "New", which also begins sentences.
pub(crate) const PLACES_BEHIND_NEW: &[&str] = &[
    "York",
    "Jersey",
    "Hampshire",
    "Orleans",
    "Zealand",
    "Delhi",
    "Mexico",
    "England",
    "Yorker",
    "Yorkers",
    "Haven",
    "Brunswick",
    "Caledonia",
    "Guinea",
];

/// Behind "and" in the names of countries and places: "Trinidad and Tobago".
pub(crate) const BEHIND_AND_IN_PLACES: &[&str] = &[
    "Tobago",
    "Herzegovina",
    "Barbuda",
    "Nevis",
    "Grenadines",
    "Principe",
    "Príncipe",
    "Futuna",
    "Miquelon",
];
