import { cities, names, type Region, words } from "./region.ts";

export const unitedStates: Region = {
	country: "United States",
	dialCode: "+1",
	currency: "USD",
	timeZoneCode: 4,
	women: names("Dana, Keisha, Rosa, Brooke, Mei, Sarah"),
	men: names("Tyrone, Luis, Grant, Ethan, Samir, Walt"),
	families: names("Delgado, Whitaker, Okafor, Larsen, Nguyen, Castillo, Baxter"),
	cities: cities("Portland  97204  OR; Tulsa  74103  OK; Savannah  31401  GA; Duluth  55802  MN"),
	streets: words("Maple Avenue, Old Mill Road, 3rd Street, Harbor Boulevard"),
	numberLast: false,
	companies: names("Blue Heron=blueheron, Ironwood, Prairie Star=prairiestar, Cascade, Red Barn=redbarn"),
	trades: words("Freight, Machine Works, Foods, Consulting, Health, Lumber, Supply, Energy"),
	legalForms: words("Inc., LLC, Corp."),
};

export const brazil: Region = {
	country: "Brasil",
	dialCode: "+55",
	currency: "USD",
	timeZoneCode: 92,
	women: names("Conceição=conceicao, Luíza=luiza, Antônia=antonia, Bruna"),
	men: names("João=joao, Otávio=otavio, Caíque=caique, Renato"),
	families: names("Assunção=assuncao, Magalhães=magalhaes, Araújo=araujo, Simões=simoes"),
	cities: cities("São Paulo  01000-000  SP; Belém  66000-000  PA; Florianópolis  88000-000  SC"),
	streets: words("Rua das Flores, Avenida São João, Travessa do Sol"),
	numberLast: true,
	companies: names("Ipê=ipe, Três Irmãos=tresirmaos, Beija-Flor=beijaflor, Maré=mare"),
	trades: words("Transportes, Máquinas, Alimentos, Consultoria, Saúde, Construção, Comércio, Energia"),
	legalForms: words("Ltda., S.A."),
};

export const egypt: Region = {
	country: "مصر",
	dialCode: "+20",
	currency: "USD",
	timeZoneCode: 92,
	women: names("فاطمة=fatima, ليلى=layla, نور=nour"),
	men: names("أحمد=ahmed, يوسف=youssef, خالد=khaled"),
	families: names("حسن=hassan, منصور=mansour, السيد=elsayed"),
	cities: cities("القاهرة  11511  القاهرة; الإسكندرية  21500  الإسكندرية"),
	streets: words("شارع النيل, شارع الورد, شارع البحر"),
	numberLast: true,
	companies: names("النخيل=nakheel, الهلال=hilal, الفيروز=fayrouz"),
	trades: words("للنقل, للآلات, للأغذية, للاستشارات, للصحة, لمواد البناء, للتجارة, للطاقة"),
	legalForms: words("ش.م.م, ذ.م.م"),
};

export const israel: Region = {
	country: "ישראל",
	dialCode: "+972",
	currency: "USD",
	timeZoneCode: 92,
	women: names("תמר=tamar, נועה=noa, שירה=shira"),
	men: names("דוד=david, איתן=eitan, יונתן=yonatan"),
	families: names("לוי=levi, מזרחי=mizrahi, ברק=barak"),
	cities: cities("חיפה  3100000  חיפה; תל אביב  6100000  תל אביב"),
	streets: words("רחוב הזית, שדרות הים"),
	numberLast: true,
	companies: names("כרמל=carmel, גליל=galil, שקד=shaked"),
	trades: words("הובלות, מכונות, מזון, ייעוץ, רפואה, בנייה, מסחר, אנרגיה"),
	legalForms: words('בע"מ'),
};

export const ukraine: Region = {
	country: "Україна",
	dialCode: "+380",
	currency: "EUR",
	timeZoneCode: 92,
	women: names("Оксана=oksana, Наталія=nataliia, Юлія=yuliia"),
	men: names("Андрій=andrii, Тарас=taras, Микола=mykola"),
	families: names("Шевчук=shevchuk, Коваленко=kovalenko, Лисенко=lysenko"),
	cities: cities("Київ  01001  Київ; Львів  79000  Львівська область; Одеса  65000  Одеська область"),
	streets: words("вул. Каштанова, вул. Зелена, просп. Миру"),
	numberLast: true,
	companies: names("Карпати=karpaty, Соняшник=soniashnyk, Дніпро=dnipro"),
	trades: words("Транспорт, Машини, Продукти, Консалтинг, Клініка, Будматеріали, Гурт, Енерго"),
	legalForms: words("ТОВ, АТ"),
};

export const switzerland: Region = {
	country: "Schweiz",
	dialCode: "+41",
	currency: "CHF",
	timeZoneCode: 110,
	women: names("Seraina, Céline=celine, Ladina, Bettina"),
	men: names("Urs, Reto, Gian, Beat"),
	families: names("Zürcher=zuercher, Caduff, Rüegg=rueegg, Favre"),
	cities: cities("Zürich  8001  ZH; Genève  1201  GE; Chur  7000  GR"),
	streets: words("Bahnhofstrasse, Seeweg, rue du Lac"),
	numberLast: true,
	companies: names("Alpstein, Steinbock, Enzian, Glärnisch=glaernisch"),
	trades: words("Transporte, Präzision, Käse, Treuhand, Praxis, Holzbau, Handel, Wasserkraft"),
	legalForms: words("AG, GmbH, SA"),
};
