import type { Ensurable, Quoted, Singleton, State } from "../language.ts";

/**
 * The time zone of this computer. It counts at once, for all users; programs that run may go on with the one with which they started.
 *
 * It is set by the name that Windows has for it in every language, with daylight saving as the zone has it; whether somebody has switched that off is
 * neither tested nor changed. The clock itself runs in UTC and is not touched.
 *
 * @blocker This Windows does not know the time zone: new ones come with its updates.
 * @blocker Intune's policy `TimeLanguageSettings/ConfigureTimeZone` sets another.
 * @blocker Windows sets it by where the device is, and the remedy does not ensure `automatic: false`.
 * @blocker `automatic: true`, and this Windows has no service `tzautoupdate`.
 * @touches The registry, under Control\TimeZoneInformation (read only), and the time zone, through `tzutil.exe` of Windows.
 * @touches The startup of the service `tzautoupdate`.
 */
export interface TimeZone extends Singleton, Ensurable {
  /** Its id, as `tzutil /l` lists it in the lower line of each two; never the name that is shown, which depends on the language of Windows. One that somebody has made reads as it is called. */
  id: State<Quoted<WindowsTimeZone>>;

  /**
   * Whether Windows sets it by where the device is ("Set time zone automatically"). On: the service `tzautoupdate` may be started; off: it is disabled, or this Windows has none.
   * It needs the location service, which is a setting, and a policy, of its own.
   */
  automatic: State<boolean>;
}

/**
 * The ids of Windows, each with the places where its time counts. Source: Unicode CLDR 48.2, windowsZones. Two that Windows still has and calls obsolete are
 * left out: Kamchatka Standard Time (Russia Time Zone 11) and Mid-Atlantic Standard Time (UTC-02).
 */
type WindowsTimeZone =
  /** Asia/Kabul. */
  | "Afghanistan Standard Time"
  /** America/Anchorage, America/Juneau, America/Metlakatla, America/Nome, America/Sitka, America/Yakutat. */
  | "Alaskan Standard Time"
  /** America/Adak. */
  | "Aleutian Standard Time"
  /** Asia/Barnaul. */
  | "Altai Standard Time"
  /** Asia/Riyadh, Asia/Bahrain, Asia/Kuwait, Asia/Qatar, Asia/Aden. */
  | "Arab Standard Time"
  /** Asia/Dubai, Asia/Muscat. */
  | "Arabian Standard Time"
  /** Asia/Baghdad. */
  | "Arabic Standard Time"
  /** America/Buenos_Aires, America/Argentina/La_Rioja, America/Argentina/Rio_Gallegos, America/Argentina/Salta, America/Argentina/San_Juan, America/Argentina/San_Luis, America/Argentina/Tucuman, America/Argentina/Ushuaia, America/Catamarca, America/Cordoba, America/Jujuy, America/Mendoza. */
  | "Argentina Standard Time"
  /** Europe/Astrakhan, Europe/Ulyanovsk. */
  | "Astrakhan Standard Time"
  /** America/Halifax, Atlantic/Bermuda, America/Glace_Bay, America/Goose_Bay, America/Moncton, America/Thule. */
  | "Atlantic Standard Time"
  /** Australia/Darwin. */
  | "AUS Central Standard Time"
  /** Australia/Eucla. */
  | "Aus Central W. Standard Time"
  /** Australia/Sydney, Australia/Melbourne. */
  | "AUS Eastern Standard Time"
  /** Asia/Baku. */
  | "Azerbaijan Standard Time"
  /** Atlantic/Azores, America/Scoresbysund. */
  | "Azores Standard Time"
  /** America/Bahia. */
  | "Bahia Standard Time"
  /** Asia/Dhaka, Asia/Thimphu. */
  | "Bangladesh Standard Time"
  /** Europe/Minsk. */
  | "Belarus Standard Time"
  /** Pacific/Bougainville. */
  | "Bougainville Standard Time"
  /** America/Regina, America/Swift_Current. */
  | "Canada Central Standard Time"
  /** Atlantic/Cape_Verde. */
  | "Cape Verde Standard Time"
  /** Asia/Yerevan. */
  | "Caucasus Standard Time"
  /** Australia/Adelaide, Australia/Broken_Hill. */
  | "Cen. Australia Standard Time"
  /** America/Guatemala, America/Belize, America/Costa_Rica, Pacific/Galapagos, America/Tegucigalpa, America/Managua, America/El_Salvador. */
  | "Central America Standard Time"
  /** Asia/Bishkek, Antarctica/Vostok, Asia/Urumqi, Indian/Chagos. */
  | "Central Asia Standard Time"
  /** America/Cuiaba, America/Campo_Grande. */
  | "Central Brazilian Standard Time"
  /** Europe/Budapest, Europe/Tirane, Europe/Prague, Europe/Podgorica, Europe/Belgrade, Europe/Ljubljana, Europe/Bratislava. */
  | "Central Europe Standard Time"
  /** Europe/Warsaw, Europe/Sarajevo, Europe/Zagreb, Europe/Skopje. */
  | "Central European Standard Time"
  /** Pacific/Guadalcanal, Antarctica/Casey, Pacific/Ponape, Pacific/Kosrae, Pacific/Noumea, Pacific/Efate. */
  | "Central Pacific Standard Time"
  /** America/Chicago, America/Winnipeg, America/Rankin_Inlet, America/Resolute, America/Matamoros, America/Ojinaga, America/Indiana/Knox, America/Indiana/Tell_City, America/Menominee, America/North_Dakota/Beulah, America/North_Dakota/Center, America/North_Dakota/New_Salem. */
  | "Central Standard Time"
  /** America/Mexico_City, America/Bahia_Banderas, America/Merida, America/Monterrey, America/Chihuahua, . */
  | "Central Standard Time (Mexico)"
  /** Pacific/Chatham. */
  | "Chatham Islands Standard Time"
  /** Asia/Shanghai, Asia/Hong_Kong, Asia/Macau. */
  | "China Standard Time"
  /** America/Havana. */
  | "Cuba Standard Time"
  /** Etc/GMT+12. */
  | "Dateline Standard Time"
  /** Africa/Nairobi, Antarctica/Syowa, Africa/Djibouti, Africa/Asmera, Africa/Addis_Ababa, Indian/Comoro, Indian/Antananarivo, Africa/Mogadishu, Africa/Dar_es_Salaam, Africa/Kampala, Indian/Mayotte. */
  | "E. Africa Standard Time"
  /** Australia/Brisbane, Australia/Lindeman. */
  | "E. Australia Standard Time"
  /** Europe/Chisinau. */
  | "E. Europe Standard Time"
  /** America/Sao_Paulo. */
  | "E. South America Standard Time"
  /** Pacific/Easter. */
  | "Easter Island Standard Time"
  /** America/New_York, America/Nassau, America/Toronto, America/Iqaluit, America/Detroit, America/Indiana/Petersburg, America/Indiana/Vincennes, America/Indiana/Winamac, America/Kentucky/Monticello, America/Louisville. */
  | "Eastern Standard Time"
  /** America/Cancun. */
  | "Eastern Standard Time (Mexico)"
  /** Africa/Cairo. */
  | "Egypt Standard Time"
  /** Asia/Yekaterinburg. */
  | "Ekaterinburg Standard Time"
  /** Pacific/Fiji. */
  | "Fiji Standard Time"
  /** Europe/Kiev, Europe/Mariehamn, Europe/Sofia, Europe/Tallinn, Europe/Helsinki, Europe/Vilnius, Europe/Riga. */
  | "FLE Standard Time"
  /** Asia/Tbilisi. */
  | "Georgian Standard Time"
  /** Europe/London, Atlantic/Canary, Atlantic/Faeroe, Europe/Guernsey, Europe/Dublin, Europe/Isle_of_Man, Europe/Jersey, Europe/Lisbon, Atlantic/Madeira. */
  | "GMT Standard Time"
  /** America/Godthab. */
  | "Greenland Standard Time"
  /** Atlantic/Reykjavik, Africa/Ouagadougou, Africa/Abidjan, Africa/Accra, America/Danmarkshavn, Africa/Banjul, Africa/Conakry, Africa/Bissau, Africa/Monrovia, Africa/Bamako, Africa/Nouakchott, Atlantic/St_Helena, Africa/Freetown, Africa/Dakar, Africa/Lome. */
  | "Greenwich Standard Time"
  /** Europe/Bucharest, Asia/Nicosia, Asia/Famagusta, Europe/Athens. */
  | "GTB Standard Time"
  /** America/Port-au-Prince. */
  | "Haiti Standard Time"
  /** Pacific/Honolulu, Pacific/Rarotonga, Pacific/Tahiti. */
  | "Hawaiian Standard Time"
  /** Asia/Calcutta. */
  | "India Standard Time"
  /** Asia/Tehran. */
  | "Iran Standard Time"
  /** Asia/Jerusalem. */
  | "Israel Standard Time"
  /** Asia/Amman. */
  | "Jordan Standard Time"
  /** Europe/Kaliningrad. */
  | "Kaliningrad Standard Time"
  /** Asia/Seoul. */
  | "Korea Standard Time"
  /** Africa/Tripoli. */
  | "Libya Standard Time"
  /** Pacific/Kiritimati. */
  | "Line Islands Standard Time"
  /** Australia/Lord_Howe. */
  | "Lord Howe Standard Time"
  /** Asia/Magadan. */
  | "Magadan Standard Time"
  /** America/Punta_Arenas, America/Coyhaique. */
  | "Magallanes Standard Time"
  /** Pacific/Marquesas. */
  | "Marquesas Standard Time"
  /** Indian/Mauritius, Indian/Reunion, Indian/Mahe. */
  | "Mauritius Standard Time"
  /** Asia/Beirut. */
  | "Middle East Standard Time"
  /** America/Montevideo. */
  | "Montevideo Standard Time"
  /** Africa/Casablanca, Africa/El_Aaiun. */
  | "Morocco Standard Time"
  /** America/Denver, America/Edmonton, America/Cambridge_Bay, America/Inuvik, America/Ciudad_Juarez, America/Boise. */
  | "Mountain Standard Time"
  /** America/Mazatlan. */
  | "Mountain Standard Time (Mexico)"
  /** Asia/Rangoon, Indian/Cocos. */
  | "Myanmar Standard Time"
  /** Asia/Novosibirsk. */
  | "N. Central Asia Standard Time"
  /** Africa/Windhoek. */
  | "Namibia Standard Time"
  /** Asia/Katmandu. */
  | "Nepal Standard Time"
  /** Pacific/Auckland, Antarctica/McMurdo. */
  | "New Zealand Standard Time"
  /** America/St_Johns. */
  | "Newfoundland Standard Time"
  /** Pacific/Norfolk. */
  | "Norfolk Standard Time"
  /** Asia/Irkutsk. */
  | "North Asia East Standard Time"
  /** Asia/Krasnoyarsk, Asia/Novokuznetsk. */
  | "North Asia Standard Time"
  /** Asia/Pyongyang. */
  | "North Korea Standard Time"
  /** Asia/Omsk. */
  | "Omsk Standard Time"
  /** America/Santiago. */
  | "Pacific SA Standard Time"
  /** America/Los_Angeles, America/Vancouver. */
  | "Pacific Standard Time"
  /** America/Tijuana. */
  | "Pacific Standard Time (Mexico)"
  /** Asia/Karachi. */
  | "Pakistan Standard Time"
  /** America/Asuncion. */
  | "Paraguay Standard Time"
  /** Asia/Qyzylorda. */
  | "Qyzylorda Standard Time"
  /** Europe/Paris, Europe/Brussels, Europe/Copenhagen, Europe/Madrid, Africa/Ceuta. */
  | "Romance Standard Time"
  /** Asia/Srednekolymsk. */
  | "Russia Time Zone 10"
  /** Asia/Kamchatka, Asia/Anadyr. */
  | "Russia Time Zone 11"
  /** Europe/Samara. */
  | "Russia Time Zone 3"
  /** Europe/Moscow, Europe/Kirov, Europe/Simferopol. */
  | "Russian Standard Time"
  /** America/Cayenne, Antarctica/Rothera, Antarctica/Palmer, America/Fortaleza, America/Belem, America/Maceio, America/Recife, America/Santarem, Atlantic/Stanley, America/Paramaribo. */
  | "SA Eastern Standard Time"
  /** America/Bogota, America/Rio_Branco, America/Eirunepe, America/Coral_Harbour, America/Guayaquil, America/Jamaica, America/Cayman, America/Panama, America/Lima. */
  | "SA Pacific Standard Time"
  /** America/La_Paz, America/Antigua, America/Anguilla, America/Aruba, America/Barbados, America/St_Barthelemy, America/Kralendijk, America/Manaus, America/Boa_Vista, America/Porto_Velho, America/Blanc-Sablon, America/Curacao, America/Dominica, America/Santo_Domingo, America/Grenada, America/Guadeloupe, America/Guyana, America/St_Kitts, America/St_Lucia, America/Marigot, America/Martinique, America/Montserrat, America/Puerto_Rico, America/Lower_Princes, America/Port_of_Spain, America/St_Vincent, America/Tortola, America/St_Thomas. */
  | "SA Western Standard Time"
  /** America/Miquelon. */
  | "Saint Pierre Standard Time"
  /** Asia/Sakhalin. */
  | "Sakhalin Standard Time"
  /** Pacific/Apia. */
  | "Samoa Standard Time"
  /** Africa/Sao_Tome. */
  | "Sao Tome Standard Time"
  /** Europe/Saratov. */
  | "Saratov Standard Time"
  /** Asia/Bangkok, Antarctica/Davis, Indian/Christmas, Asia/Jakarta, Asia/Pontianak, Asia/Phnom_Penh, Asia/Vientiane, Asia/Saigon. */
  | "SE Asia Standard Time"
  /** Asia/Singapore, Asia/Brunei, Asia/Makassar, Asia/Kuala_Lumpur, Asia/Kuching, Asia/Manila. */
  | "Singapore Standard Time"
  /** Africa/Johannesburg, Africa/Bujumbura, Africa/Gaborone, Africa/Lubumbashi, Africa/Maseru, Africa/Blantyre, Africa/Maputo, Africa/Kigali, Africa/Mbabane, Africa/Lusaka, Africa/Harare. */
  | "South Africa Standard Time"
  /** Africa/Juba. */
  | "South Sudan Standard Time"
  /** Asia/Colombo. */
  | "Sri Lanka Standard Time"
  /** Africa/Khartoum. */
  | "Sudan Standard Time"
  /** Asia/Damascus. */
  | "Syria Standard Time"
  /** Asia/Taipei. */
  | "Taipei Standard Time"
  /** Australia/Hobart, Antarctica/Macquarie. */
  | "Tasmania Standard Time"
  /** America/Araguaina. */
  | "Tocantins Standard Time"
  /** Asia/Tokyo, Asia/Jayapura, Pacific/Palau, Asia/Dili. */
  | "Tokyo Standard Time"
  /** Asia/Tomsk. */
  | "Tomsk Standard Time"
  /** Pacific/Tongatapu. */
  | "Tonga Standard Time"
  /** Asia/Chita. */
  | "Transbaikal Standard Time"
  /** Europe/Istanbul. */
  | "Turkey Standard Time"
  /** America/Grand_Turk. */
  | "Turks And Caicos Standard Time"
  /** Asia/Ulaanbaatar. */
  | "Ulaanbaatar Standard Time"
  /** America/Indianapolis, America/Indiana/Marengo, America/Indiana/Vevay. */
  | "US Eastern Standard Time"
  /** America/Phoenix, America/Creston, America/Dawson_Creek, America/Fort_Nelson, America/Hermosillo. */
  | "US Mountain Standard Time"
  /** Etc/UTC, Etc/GMT. */
  | "UTC"
  /** Pacific/Tarawa, Pacific/Majuro, Pacific/Kwajalein, Pacific/Nauru, Pacific/Funafuti, Pacific/Wake, Pacific/Wallis. */
  | "UTC+12"
  /** Pacific/Enderbury, Pacific/Fakaofo. */
  | "UTC+13"
  /** America/Noronha, Atlantic/South_Georgia. */
  | "UTC-02"
  /** Pacific/Pitcairn. */
  | "UTC-08"
  /** Pacific/Gambier. */
  | "UTC-09"
  /** Pacific/Pago_Pago, Pacific/Niue, Pacific/Midway. */
  | "UTC-11"
  /** America/Caracas. */
  | "Venezuela Standard Time"
  /** Asia/Vladivostok, Asia/Ust-Nera. */
  | "Vladivostok Standard Time"
  /** Europe/Volgograd. */
  | "Volgograd Standard Time"
  /** Australia/Perth. */
  | "W. Australia Standard Time"
  /** Africa/Lagos, Africa/Luanda, Africa/Porto-Novo, Africa/Kinshasa, Africa/Bangui, Africa/Brazzaville, Africa/Douala, Africa/Algiers, Africa/Libreville, Africa/Malabo, Africa/Niamey, Africa/Ndjamena, Africa/Tunis. */
  | "W. Central Africa Standard Time"
  /** Europe/Berlin, Europe/Andorra, Europe/Vienna, Europe/Zurich, Europe/Busingen, Europe/Gibraltar, Europe/Rome, Europe/Vaduz, Europe/Luxembourg, Europe/Monaco, Europe/Malta, Europe/Amsterdam, Europe/Oslo, Europe/Stockholm, Arctic/Longyearbyen, Europe/San_Marino, Europe/Vatican. */
  | "W. Europe Standard Time"
  /** Asia/Hovd. */
  | "W. Mongolia Standard Time"
  /** Asia/Tashkent, Antarctica/Mawson, Asia/Oral, Asia/Almaty, Asia/Aqtau, Asia/Aqtobe, Asia/Atyrau, Asia/Qostanay, Indian/Maldives, Indian/Kerguelen, Asia/Dushanbe, Asia/Ashgabat, Asia/Samarkand. */
  | "West Asia Standard Time"
  /** Asia/Hebron, Asia/Gaza. */
  | "West Bank Standard Time"
  /** Pacific/Port_Moresby, Antarctica/DumontDUrville, Pacific/Truk, Pacific/Guam, Pacific/Saipan. */
  | "West Pacific Standard Time"
  /** Asia/Yakutsk, Asia/Khandyga. */
  | "Yakutsk Standard Time"
  /** America/Whitehorse, America/Dawson. */
  | "Yukon Standard Time";
