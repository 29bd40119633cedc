/**
 * Two prepared lines in each of the languages most written here: that we can call with an interpreter, and please a
 * number. Written without a native speaker: each needs a native check before launch (docs/understanding.md).
 */
export const languages = {
  'L-POLISH': {
    text: 'WIN: piszemy tylko po angielsku. Zadzwonimy z tłumaczem, za darmo. W jakim języku Pani/Pan mówi? Zagrożenie: 999.',
  },
  'L-POLISH-NUMBER': { text: 'Proszę napisać swój numer telefonu. Zadzwonimy z tłumaczem.' },
  'L-UKRAINIAN': {
    text: 'WIN: ми пишемо лише англійською. Зателефонуємо з перекладачем, безкоштовно. Якою мовою ви говорите? Небезпека: 999.',
  },
  'L-UKRAINIAN-NUMBER': {
    text: 'Напишіть, будь ласка, свій номер телефону. Ми зателефонуємо з перекладачем.',
  },
  'L-ARABIC': {
    text: 'WIN: نكتب بالإنجليزية فقط. يمكننا الاتصال بك مع مترجم مجانا. ما هي لغتك؟ في حالة الخطر اتصل بالرقم 999.',
  },
  'L-ARABIC-NUMBER': { text: 'من فضلك اكتب رقم هاتفك. سنتصل بك مع مترجم.' },
  'L-ROMANIAN': {
    text: 'WIN: scriem doar în engleză. Vă putem suna cu un interpret, gratuit. Ce limbă vorbiți? În pericol: 999.',
  },
  'L-ROMANIAN-NUMBER': { text: 'Vă rugăm să scrieți numărul de telefon. Vă sunăm cu un interpret.' },
  'L-URDU': {
    text: 'WIN: ہم صرف انگریزی میں لکھتے ہیں۔ ہم مترجم کے ساتھ مفت فون کر سکتے ہیں۔ آپ کون سی زبان بولتے ہیں؟ خطرے میں: 999۔',
  },
  'L-URDU-NUMBER': { text: 'براہ کرم اپنا فون نمبر لکھیں۔ ہم مترجم کے ساتھ فون کریں گے۔' },
  'L-KURMANJI': {
    text: 'WIN: em tenê bi Îngilîzî dinivîsin. Em dikarin bi wergêr re bêpere telefon bikin. Tu bi kîjan zimanî diaxivî? Xeter: 999.',
  },
  'L-KURMANJI-NUMBER': { text: 'Ji kerema xwe hejmara telefona xwe binivîse. Em ê bi wergêr re telefon bikin.' },
  'L-SORANI': {
    text: 'WIN: تەنها بە ئینگلیزی دەنووسین. دەتوانین بە خۆڕایی لەگەڵ وەرگێڕ پەیوەندیت پێوە بکەین. بە چ زمانێک قسە دەکەیت؟ مەترسی: 999.',
  },
  'L-SORANI-NUMBER': { text: 'تکایە ژمارەی تەلەفۆنەکەت بنووسە. لەگەڵ وەرگێڕ پەیوەندیت پێوە دەکەین.' },
  'L-TIGRINYA': {
    text: 'WIN: ብእንግሊዝኛ ጥራይ ኢና ንጽሕፍ። ምስ ተርጓሚ ብነጻ ክንድውለልኩም ንኽእል። እንታይ ቋንቋ ትዛረቡ? ሓደጋ እንተሃልዩ: 999።',
  },
  'L-TIGRINYA-NUMBER': { text: 'በጃኹም ቁጽሪ ተሌፎንኩም ጽሓፉ። ምስ ተርጓሚ ክንድውለልኩም ኢና።' },
} as const;
