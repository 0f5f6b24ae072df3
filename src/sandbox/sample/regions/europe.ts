import { cities, names, type Region, words } from "./region.ts";

export const germany: Region = {
	country: "Deutschland",
	dialCode: "+49",
	currency: "EUR",
	timeZoneCode: 110,
	women: names("Anna, Lena, Käthe=kaethe, Frieda, Ute, Sölve=soelve, Miriam, Johanna"),
	men: names("Jürgen=juergen, Matthias, Björn=bjoern, Emil, Sören=soeren, Tobias, Karl, Uwe"),
	families: names(
		"Weiß=weiss, Grünwald=gruenwald, Schäfer=schaefer, Brandt, Köhler=koehler, Lindner, Voß=voss, Hartmann",
	),
	cities: cities(
		"Hamburg  20095  Hamburg; Köln  50667  Nordrhein-Westfalen; München  80331  Bayern; Leipzig  04109  Sachsen",
	),
	streets: words("Lindenstraße, Am Mühlbach, Hafenweg, Große Bleiche, Gartenstraße"),
	numberLast: true,
	companies: names("Nordlicht, Falkenberg, Elbtor, Sonnhügel=sonnhuegel, Rabenstein, Blaufuß=blaufuss"),
	trades: words("Logistik, Maschinenbau, Feinkost, Beratung, Kliniken, Baustoffe, Großhandel, Stadtwerke"),
	legalForms: words("GmbH, AG, GmbH & Co. KG"),
};

export const france: Region = {
	country: "France",
	dialCode: "+33",
	currency: "EUR",
	timeZoneCode: 105,
	women: names("Zoé=zoe, Élodie=elodie, Margaux, Inès=ines, Chloé=chloe, Solène=solene"),
	men: names("François=francois, Rémi=remi, Loïc=loic, Hugo, Jérôme=jerome, Antoine"),
	families: names("Lefèvre=lefevre, Garçon=garcon, Moreau, Béranger=beranger, Rousseau, d’Aubigné=daubigne"),
	cities: cities(
		"Lyon  69002  Auvergne-Rhône-Alpes; Nîmes  30000  Occitanie; Rennes  35000  Bretagne; Besançon  25000  Bourgogne",
	),
	streets: words("rue de l’Église, allée des Érables, quai du Marché, rue Haute"),
	numberLast: false,
	companies: names("Belle-Rive=bellerive, Tramontane, Châtaigne=chataigne, Grand Large=grandlarge, Mistral"),
	trades: words("Transports, Mécanique, Gourmet, Conseil, Santé, Matériaux, Négoce, Énergies"),
	legalForms: words("SARL, SA, SAS"),
};

export const poland: Region = {
	country: "Polska",
	dialCode: "+48",
	currency: "EUR",
	timeZoneCode: 110,
	women: names("Małgorzata=malgorzata, Łucja=lucja, Agnieszka, Zofia, Bożena=bozena"),
	men: names("Paweł=pawel, Grzegorz, Michał=michal, Łukasz=lukasz, Kacper"),
	families: names("Wójcik=wojcik, Zając=zajac, Śliwa=sliwa, Dąbek=dabek, Nowicz, Żuraw=zuraw"),
	cities: cities(
		"Kraków  31-001  małopolskie; Łódź  90-001  łódzkie; Gdańsk  80-001  pomorskie; Wrocław  50-001  dolnośląskie",
	),
	streets: words("ul. Długa, ul. Słoneczna, ul. Źródlana, al. Dębowa"),
	numberLast: true,
	companies: names("Wisła=wisla, Bursztyn, Żubr=zubr, Zielony Most=zielonymost, Jaskółka=jaskolka"),
	trades: words("Spedycja, Maszyny, Spożywcza, Doradztwo, Medyczna, Budowlana, Hurtownia, Energetyka"),
	legalForms: words("Sp. z o.o., S.A."),
};

export const greece: Region = {
	country: "Ελλάδα",
	dialCode: "+30",
	currency: "EUR",
	timeZoneCode: 92,
	women: names("Ελένη=eleni, Σοφία=sofia, Δήμητρα=dimitra, Αγγελική=angeliki"),
	men: names("Γιώργος=giorgos, Νίκος=nikos, Θάνος=thanos, Στέλιος=stelios"),
	families: names("Παππάς=pappas, Αθανασίου=athanasiou, Κωστής=kostis, Μελάς=melas"),
	cities: cities("Αθήνα  105 52  Αττική; Θεσσαλονίκη  546 24  Μακεδονία; Πάτρα  262 21  Αχαΐα"),
	streets: words("Οδός Ελιάς, Λεωφόρος Θαλάσσης, Οδός Πεύκων"),
	numberLast: true,
	companies: names("Αιγαίο=aigaio, Ήλιος=ilios, Δελφίνι=delfini, Ελαιώνας=elaionas"),
	trades: words("Μεταφορές, Μηχανήματα, Τρόφιμα, Σύμβουλοι, Υγεία, Δομικά, Εμπορική, Ενέργεια"),
	legalForms: words("Α.Ε., Ε.Π.Ε."),
};

export const britain: Region = {
	country: "United Kingdom",
	dialCode: "+44",
	currency: "GBP",
	timeZoneCode: 85,
	women: names("Imogen, Beth, Niamh, Harriet, Zara, Siân=sian"),
	men: names("Callum, Rhys, Oliver, Angus, Tariq, Eoin"),
	families: names("O'Hara=ohara, Pemberton, Fairweather, MacLeish=macleish, Ashdown, Penrose"),
	cities: cities(
		"Leeds  LS1 4AP  West Yorkshire; Bristol  BS1 5TR  Avon; Inverness  IV1 1JD  Highland; Swansea  SA1 3SN  West Glamorgan",
	),
	streets: words("Mill Lane, Station Road, The Crescent, St John's Row"),
	numberLast: false,
	companies: names("Harbour & Hale=harbourhale, Thistledown, Northgate, Copper Kettle=copperkettle, Larkspur"),
	trades: words("Haulage, Engineering, Provisions, Advisory, Clinics, Timber, Trading, Power"),
	legalForms: words("Ltd, plc, LLP"),
};
