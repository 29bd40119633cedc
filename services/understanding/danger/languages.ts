/** Words of danger in the other languages written here: each asks for a gentle look, never more. Native check needed. */
import type { RiskCategory, RiskFlag } from '../../../dialogs/types';

type Lexicon = Readonly<Partial<Record<RiskCategory, string>>>;

/** language: kind: words or beginnings of words, `|` between; matched in lower case without accents or vowel marks. */
const WORDS: Readonly<Record<string, Lexicon>> = {
  polish: {
    suicide_thoughts:
      'samobojstw|chce umrzec|chcialbym umrzec|chcialabym umrzec|nie chce zyc|nie chce juz zyc|zabic sie|zabije sie|odebrac sobie zycie|skonczyc ze soba|nie ma sensu zyc|nie widze sensu|pociac sie|tne sie',
    domestic_abuse:
      'bije mnie|maz mnie bije|pobil mnie|boje sie meza|boje sie go|zabije mnie|dusil mnie|znęca|zneca sie|zabral mi paszport|grozi mi|on mi grozi',
    danger_now: 'ratunku|pomocy policja|wezwij policj|wezwijcie policj|gwalt|zgwalc|ma noz',
    medical_emergency:
      'nie oddycha|karetk|przedawkow|wykrwawia|zawal|nie moge oddychac|stracil przytomnosc|nieprzytomn',
    no_shelter_tonight:
      'nie mam gdzie spac|spie na ulicy|spie w samochodzie|jestem bezdomn|wyrzucil mnie z domu|nie mam dachu',
    no_food_or_heat:
      'nie mam co jesc|nie mamy co jesc|dzieci sa glodne|dziecko jest glodne|nie mamy jedzenia|nie mam jedzenia',
    child_at_risk: 'bije dziecko|bije dzieci|dotyka mnie|tata mnie bije|mama mnie bije',
    exploitation: 'zabrali mi paszport|zabrali paszport|zmuszaja mnie|zmusza mnie|nie placa mi',
  },
  ukrainian: {
    suicide_thoughts:
      'самогуб|хочу померти|не хочу жити|не хочу більше жити|вбити себе|покінчити з собою|немає сенсу жити|вкоротити собі віку|хочу умереть|не хочу жить|покончить с собой|самоубий|убить себя',
    domestic_abuse:
      "б'є мене|бє мене|чоловік мене б|боюся чоловіка|боюся його|він мене вб|погрожує|забрав паспорт|бьет меня|боюсь мужа|боюсь его|угрожает",
    danger_now: 'рятуйте|врятуйте|викличте поліц|зґвалт|згвалт|з ножем|спасите|вызовите полиц|изнасил',
    medical_emergency:
      'не дихає|швидку|передоз|непритомн|не можу дихати|кровотеч|не дышит|скорую|не могу дышать|без сознания',
    no_shelter_tonight:
      'ніде спати|нема де спати|немає де спати|сплю на вулиці|вигнали з дому|негде спать|ночую на вулиці|ночевать негде',
    no_food_or_heat:
      'нема що їсти|немає що їсти|немає їжі|діти голодні|дитина голодна|нечего есть|дети голодные|нема їжі',
    child_at_risk: "б'є дитину|бє дитину|тато мене б|бьет ребенка",
    exploitation: 'забрали паспорт|змушують|заставляют|забрали документи',
  },
  arabic: {
    suicide_thoughts:
      'انتحر|الانتحار|اريد ان اموت|اريد الموت|بدي اموت|لا اريد ان اعيش|ما بدي اعيش|اقتل نفسي|انهي حياتي|عايز اموت',
    domestic_abuse: 'يضربني|زوجي يضرب|ضربني|خايفه من زوجي|خائفه من زوجي|اخاف من زوجي|يهددني|سيقتلني|اخذ جوازي',
    danger_now: 'النجده|انقذوني|ساعدوني الشرطه|اتصلوا بالشرطه|اغتصب|معه سكين|الحقوني',
    medical_emergency: 'لا يتنفس|لا تتنفس|لا استطيع التنفس|اسعاف|جرعه زائده|ينزف|فاقد الوعي|مغمي عليه',
    no_shelter_tonight: 'لا مكان انام|ليس لدي مكان|انام في الشارع|ما عندي مكان انام|طردوني|بلا ماوي|نائم في الشارع',
    no_food_or_heat:
      'لا يوجد طعام|ليس لدينا طعام|ما عندنا اكل|ما في اكل|اطفالي جائع|اطفالي جوعانين|الاولاد جوعانين|لا طعام',
    child_at_risk: 'يضرب الاطفال|يضرب ابني|يضرب بنتي|ابي يضربني|امي تضربني',
    exploitation: 'اخذوا جوازي|اخذوا جواز|يجبرني|يجبرونني|اجبروني',
  },
  romanian: {
    suicide_thoughts:
      'sinucid|vreau sa mor|nu mai vreau sa traiesc|nu vreau sa traiesc|sa ma omor|imi iau viata|imi fac rau',
    domestic_abuse:
      'ma bate|sotul ma bate|m a batut|mi e frica de el|mi e frica de sotul|ma ameninta|ma omoara|mi a luat pasaportul',
    danger_now: 'chemati politia|salvati ma|m a violat|are un cutit|ajutor politia',
    medical_emergency: 'nu respira|nu pot respira|ambulanta|supradoz|sangereaza|inconstient|lesinat',
    no_shelter_tonight:
      'nu am unde sa dorm|nu am unde dormi|dorm pe strada|dorm in masina|dat afara din casa|fara adapost',
    no_food_or_heat:
      'nu am ce manca|nu avem ce manca|nu avem mancare|nu am mancare|copiii sunt flamanzi|copilului ii e foame',
    child_at_risk: 'bate copilul|bate copiii|tata ma bate|mama ma bate',
    exploitation: 'mi au luat pasaportul|mi au luat actele|ma obliga|ne obliga',
  },
  urdu: {
    suicide_thoughts:
      'خودکشی|مرنا چاہت|جینا نہیں چاہت|زندہ نہیں رہنا|خود کو مار|khudkushi|khud kushi|marna chahta|marna chahti|jeena nahi chahta|jeena nahi chahti|zinda nahi rehna',
    domestic_abuse:
      'مارتا ہے|شوہر مار|دھمک|ڈر لگتا ہے شوہر|mujhe marta hai|mujhe maarta hai|shohar marta|shohar maarta|dhamki deta',
    danger_now: 'مجھے بچاؤ|پولیس کو بلا|چاقو|mujhe bachao|police ko bulao',
    medical_emergency: 'سانس نہیں|ایمبولینس|بے ہوش|خون بہہ|saans nahi|behosh|khoon beh',
    no_shelter_tonight: 'سونے کی جگہ نہیں|گھر سے نکال|سڑک پر سو|sone ki jagah nahi|ghar se nikal diya',
    no_food_or_heat:
      'کھانا نہیں|کھانے کو کچھ نہیں|بچے بھوک|khana nahi hai|khane ko kuch nahi|bache bhooke|bachay bhookay',
    child_at_risk: 'بچوں کو مارتا|بچے کو مار|bachon ko marta|abbu marte',
    exploitation: 'پاسپورٹ لے لیا|مجبور کرت|passport le liya|majboor karte',
  },
  kurdish: {
    suicide_thoughts:
      'xwe bikujim|xwe kustin|dixwazim bimirim|naxwazim bijim|خۆم بکوژم|خۆکوشتن|دەمەوێ بمرم|نامەوێ بژیم|دەمەوێت بمرم',
    domestic_abuse:
      'min dixe|mere min li min dixe|li min dide|ji mere xwe ditirsim|لێم دەدات|لە مێردەکەم دەترسم|هەڕەشەم لێ دەکات',
    danger_now: 'alikari polis|min rizgar bike|فریام بکەون|پۆلیس بانگ',
    medical_emergency: 'nehna nastine|behna xwe nagire|ambulans|هەناسە نادات|ئەمبولانس|بێهۆش',
    no_shelter_tonight: 'cihe min tune ye|cihe razane tune|li kolane radizem|شوێنم نییە بخەوم|لە شەقام دەخەوم',
    no_food_or_heat: 'xwarina me tune|xwarin tune|zarok birci|خواردنمان نییە|منداڵەکان برسی',
    exploitation: 'pasaporta min bir|پاسپۆرتەکەمیان برد',
  },
  tigrinya: {
    suicide_thoughts: 'ክመውት ደልየ|ክመውት እደሊ|ህይወተይ ከጥፍእ|ነፍሰይ ከጥፍእ|ክነብር ኣይደልን|ርእሰይ ክቐትል',
    domestic_abuse: 'ይወቅዓኒ|ይሃርመኒ|ሰብኣየይ ይወቅዓኒ|ይፈርሖ|የፈራርሓኒ',
    danger_now: 'ሓግዙኒ ፖሊስ|ፖሊስ ጸውዑ|ኣድሕኑኒ|ካራ ሒዙ',
    medical_emergency: 'ኣየተንፍስን|ምስትንፋስ ኣይ|ኣምቡላንስ|ደም ይፈስስ',
    no_shelter_tonight: 'መደቀሲ የብለይን|ኣብ ጎደና እድቅስ|ቦታ የብለይን',
    no_food_or_heat: 'ምግቢ የብልናን|ምግቢ የብለይን|ቆልዑ ጠምዮም|እንበልዖ የብልናን',
    exploitation: 'ፓስፖርተይ ወሲዶም|የገድዱኒ',
  },
  farsi: {
    suicide_thoughts:
      'خودکشی|میخواهم بمیرم|می خواهم بمیرم|میخوام بمیرم|نمیخواهم زنده|نمی خواهم زنده|خودم را بکشم|خودمو بکشم',
    domestic_abuse: 'مرا میزند|منو میزنه|شوهرم میزند|شوهرم منو|از شوهرم میترسم|تهدیدم میکند|کتکم',
    danger_now: 'نجاتم بده|پلیس خبر|چاقو دارد|کمک پلیس',
    medical_emergency: 'نفس نمی|امبولانس|آمبولانس|بیهوش|خونریزی',
    no_shelter_tonight: 'جای خواب ندارم|جایی برای خواب|در خیابان میخوابم|بی خانمان',
    no_food_or_heat: 'غذا نداریم|غذا ندارم|چیزی برای خوردن|بچه ها گرسنه|بچه هایم گرسنه',
  },
  spanish: {
    suicide_thoughts: 'suicidarme|suicidio|quiero morir|no quiero vivir|quitarme la vida|matarme',
    domestic_abuse: 'me pega|mi marido me|me amenaza|le tengo miedo',
    medical_emergency: 'no respira|no puedo respirar|ambulancia|sobredosis',
    no_shelter_tonight: 'no tengo donde dormir|duermo en la calle',
    no_food_or_heat: 'no tengo que comer|no tenemos comida|no tengo comida',
  },
};

const CATEGORIES = [
  'suicide_thoughts',
  'domestic_abuse',
  'danger_now',
  'medical_emergency',
  'no_shelter_tonight',
  'no_food_or_heat',
  'child_at_risk',
  'exploitation',
] as const satisfies readonly RiskCategory[];

interface Ear {
  readonly rule: string;
  readonly category: RiskCategory;
  readonly latin: boolean;
  readonly says: RegExp;
}

const OTHER_LETTERS = /[\u0370-\u1fff\u3040-\ud7ff\uf900-\uffff]/;
const NOT_ASCII = /[\u0080-\uffff]/;
const SAME: Readonly<Record<string, string>> = { ł: 'l', ى: 'ي', ة: 'ه', '’': "'", '`': "'", '´': "'" };

/** One ear a kind of danger and alphabet, so that a message in our letters is not searched for others. */
const EARS: readonly Ear[] = Object.entries(WORDS).flatMap(([language, lexicon]) =>
  CATEGORIES.flatMap((category) => {
    const words = (lexicon[category] ?? '').split('|').filter((one) => one !== '');
    return [true, false].flatMap((latin): readonly Ear[] => {
      const these = words.filter((one) => !OTHER_LETTERS.test(one) === latin);
      if (these.length === 0) return [];
      return [
        { rule: `words:${language}`, category, latin, says: new RegExp(` (?:${these.map(bare).join('|')})[^ ]*`) },
      ];
    });
  }),
);

/** Lower case, without accents or vowel marks, one spelling of what is written two ways, one space between words. */
function bare(text: string): string {
  const plain = NOT_ASCII.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  return plain
    .toLowerCase()
    .replace(/[łىة’`´]/g, (sign) => SAME[sign] ?? sign)
    .replace(/[-\s.,!?،؟:;]+/g, ' ');
}

/** Checks raised by danger words of other languages. `words` are the person's own, as near as folding allows. */
export function foreignFlags(text: string): readonly RiskFlag[] {
  const folded = ` ${bare(text)}`;
  const onlyLatin = !OTHER_LETTERS.test(folded);
  return EARS.flatMap(({ rule, category, latin, says }): readonly RiskFlag[] => {
    if (onlyLatin && !latin) return [];
    const found = says.exec(folded);
    if (found === null) return [];
    const level = category === 'danger_now' || category === 'medical_emergency' ? 'P0' : 'P1';
    return [{ category, level, rule, words: found[0].trim(), aboutOther: false, unclear: true }];
  });
}
