import { cities, names, type Region, words } from "./region.ts";

export const japan: Region = {
	country: "日本",
	dialCode: "+81",
	currency: "JPY",
	timeZoneCode: 235,
	women: names("さくら=sakura, 美咲=misaki, 陽子=yoko, 葵=aoi"),
	men: names("健太=kenta, 大輔=daisuke, 翔=sho, 直樹=naoki"),
	families: names("高橋=takahashi, 渡辺=watanabe, 小林=kobayashi, 森=mori, 清水=shimizu"),
	cities: cities("東京  100-0005  東京都; 大阪  530-0001  大阪府; 札幌  060-0001  北海道; 福岡  810-0001  福岡県"),
	streets: words("桜通り, 中央, 港町, 緑が丘"),
	numberLast: true,
	companies: names("朝日丘=asahigaoka, 富士見=fujimi, 青波=aonami, 山吹=yamabuki"),
	trades: words("運輸, 機械, 食品, コンサルティング, クリニック, 建材, 商事, 電力"),
	legalForms: words("株式会社, 合同会社"),
};

export const china: Region = {
	country: "中国",
	dialCode: "+86",
	currency: "USD",
	timeZoneCode: 210,
	women: names("芳=fang, 丽=li, 静=jing, 雪梅=xuemei"),
	men: names("伟=wei, 强=qiang, 建国=jianguo, 明=ming"),
	families: names("王=wang, 李=li, 陈=chen, 欧阳=ouyang, 赵=zhao"),
	cities: cities("上海  200001  上海市; 成都  610000  四川省; 深圳  518000  广东省; 西安  710000  陕西省"),
	streets: words("人和路, 梧桐街, 滨江大道, 书院巷"),
	numberLast: true,
	companies: names("金桥=jinqiao, 蓝海=lanhai, 松风=songfeng, 九龙山=jiulongshan"),
	trades: words("物流, 机械, 食品, 咨询, 诊所, 建材, 贸易, 电力"),
	legalForms: words("有限公司, 股份有限公司"),
};

export const korea: Region = {
	country: "대한민국",
	dialCode: "+82",
	currency: "USD",
	timeZoneCode: 235,
	women: names("지은=jieun, 수빈=subin, 하나=hana"),
	men: names("민준=minjun, 도윤=doyun, 성호=seongho"),
	families: names("김=kim, 박=park, 최=choi, 정=jeong"),
	cities: cities("서울  04524  서울특별시; 부산  48058  부산광역시; 대구  41911  대구광역시"),
	streets: words("소나무로, 한강길, 중앙로"),
	numberLast: true,
	companies: names("한빛=hanbit, 푸른솔=pureunsol, 동해=donghae"),
	trades: words("물류, 기계, 식품, 컨설팅, 의료, 건재, 상사, 전력"),
	legalForms: words("주식회사, 유한회사"),
};

export const india: Region = {
	country: "भारत",
	dialCode: "+91",
	currency: "INR",
	timeZoneCode: 190,
	women: names("प्रिया=priya, अंजलि=anjali, सुनीता=sunita, काव्या=kavya"),
	men: names("अर्जुन=arjun, राहुल=rahul, विक्रम=vikram, संजय=sanjay"),
	families: names("शर्मा=sharma, गुप्ता=gupta, वर्मा=verma, जोशी=joshi"),
	cities: cities("मुंबई  400001  महाराष्ट्र; जयपुर  302001  राजस्थान; दिल्ली  110001  दिल्ली"),
	streets: words("नेहरू मार्ग, स्टेशन रोड, गुलाब गली"),
	numberLast: false,
	companies: names("गंगा=ganga, सूर्योदय=suryoday, नीलगिरी=nilgiri, कमल=kamal"),
	trades: words("परिवहन, मशीनरी, खाद्य, परामर्श, क्लिनिक, निर्माण, व्यापार, ऊर्जा"),
	legalForms: words("प्रा. लि., लि."),
};

export const thailand: Region = {
	country: "ประเทศไทย",
	dialCode: "+66",
	currency: "USD",
	timeZoneCode: 210,
	women: names("มาลี=malee, สุดา=suda, อรุณ=aroon"),
	men: names("สมชาย=somchai, นิรันดร์=niran, ธนา=thana"),
	families: names("ใจดี=jaidee, ศรีสุข=srisuk, ทองคำ=thongkham"),
	cities: cities("เชียงใหม่  50000  เชียงใหม่; กรุงเทพฯ  10200  กรุงเทพมหานคร"),
	streets: words("ถนนดอกไม้, ถนนริมน้ำ"),
	numberLast: false,
	companies: names("ช้างเผือก=changphueak, ดอกบัว=dokbua"),
	trades: words("ขนส่ง, เครื่องจักร, อาหาร, ที่ปรึกษา, คลินิก, วัสดุก่อสร้าง, การค้า, พลังงาน"),
	legalForms: words("จำกัด"),
};
