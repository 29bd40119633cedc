/** Words with one meaning everywhere, written once; types are made from them. */

/** The needs of taxonomy.json. */
export type Need =
  | 'mental_health'
  | 'confidence'
  | 'loneliness'
  | 'physical_health'
  | 'addiction'
  | 'domestic_abuse'
  | 'trauma'
  | 'bereavement'
  | 'housing'
  | 'money'
  | 'essentials'
  | 'family'
  | 'caring'
  | 'justice'
  | 'learning'
  | 'work'
  | 'volunteering'
  | 'digital'
  | 'rights'
  | 'structure';
