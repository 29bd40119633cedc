/**
 * One line to somebody who writes in another language, in theirs: that we can call with an interpreter, free, and to write
 * which language it is. No question: X13, which follows in English, is the one question of the turn. It says nothing else,
 * because nothing else was checked by a speaker: docs/languages.md.
 */
export const languages = {
  'W-IN-POLISH': { text: 'Dzień dobry. Możemy zadzwonić z tłumaczem, za darmo. Proszę napisać, w jakim języku.' },
  'W-IN-UKRAINIAN': { text: 'Вітаємо. Ми можемо зателефонувати з перекладачем, безкоштовно. Напишіть, якою мовою.' },
  'W-IN-RUSSIAN': { text: 'Здравствуйте. Мы можем позвонить с переводчиком, бесплатно. Напишите, на каком языке.' },
  'W-IN-ARABIC': { text: 'مرحبا. يمكننا الاتصال بك مع مترجم مجانا. اكتب لنا ما هي لغتك.' },
  'W-IN-ROMANIAN': { text: 'Buna ziua. Va putem suna cu un interpret, gratuit. Scrieti ce limba vorbiti.' },
  'W-IN-URDU': { text: 'السلام علیکم۔ ہم مترجم کے ساتھ آپ کو مفت فون کر سکتے ہیں۔ اپنی زبان لکھیں۔' },
  'W-IN-KURDISH': { text: 'Silav. Em dikarin bi wergêr telefonî te bikin, belaş. Binivîse bi kîjan zimanî.' },
  'W-IN-SORANI': { text: 'سڵاو. دەتوانین بە خۆڕایی لەگەڵ وەرگێڕ تەلەفۆنت بۆ بکەین. زمانەکەت بنووسە.' },
  'W-IN-TIGRINYA': { text: 'ሰላም። ብነጻ ምስ ተርጓሚ ክንድውለልኩም ንኽእል ኢና። ቋንቋኹም ጽሓፉልና።' },
} as const;
