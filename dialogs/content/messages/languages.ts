/**
 * One line to somebody who writes in another language, in theirs: that we can call with an interpreter, free, and that the
 * next question is which language they speak. It says nothing else, because nothing else was checked by a speaker:
 * docs/languages.md. X13 follows it in English.
 */
export const languages = {
  'W-IN-POLISH': { text: 'Dzień dobry. Możemy zadzwonić z tłumaczem, za darmo. W jakim języku rozmawiamy?' },
  'W-IN-UKRAINIAN': { text: 'Вітаємо. Ми можемо зателефонувати з перекладачем, безкоштовно. Якою мовою?' },
  'W-IN-RUSSIAN': { text: 'Здравствуйте. Мы можем позвонить с переводчиком, бесплатно. На каком языке?' },
  'W-IN-ARABIC': { text: 'مرحبا. يمكننا الاتصال بك مع مترجم مجانا. ما هي لغتك؟' },
  'W-IN-ROMANIAN': { text: 'Buna ziua. Va putem suna cu un interpret, gratuit. Ce limba vorbiti?' },
  'W-IN-URDU': { text: 'السلام علیکم۔ ہم مترجم کے ساتھ آپ کو مفت فون کر سکتے ہیں۔ آپ کی زبان کیا ہے؟' },
  'W-IN-KURDISH': { text: 'Silav. Em dikarin bi wergêr telefonî te bikin, belaş. Tu bi kîjan zimanî diaxivî?' },
  'W-IN-SORANI': { text: 'سڵاو. دەتوانین بە خۆڕایی لەگەڵ وەرگێڕ تەلەفۆنت بۆ بکەین. بە چ زمانێک قسە دەکەیت؟' },
  'W-IN-TIGRINYA': { text: 'ሰላም። ብነጻ ምስ ተርጓሚ ክንድውለልኩም ንኽእል ኢና። ቋንቋኹም እንታይ እዩ?' },
} as const;
