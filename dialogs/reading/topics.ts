/**
 * What people ask of us in the middle of a talk. Each topic has one short, true, fixed answer in dialogs/content, keyed
 * by these ids; ids are for ever. `unknown` is a question that fits none: said so, noted for the team, and carried on.
 */

export const TOPICS = [
  /** who reads what is written here, who can get at it, is it private */
  'who_sees_this',
  /** will the Jobcentre or DWP hear of it, will it change what I get */
  'jobcentre_benefits_told',
  /** police, social work, the council, school, an employer, a landlord: will they be told */
  'police_social_work_told',
  /** will my mum, my partner, my family or neighbours find out */
  'is_it_confidential_from_family',
  /** what the partner we pass things to will be told, and what can be left out */
  'what_partner_sees',
  /** how many more questions, how long does this take */
  'how_long',
  'cost',
  /** a person or a machine; is anyone there */
  'is_it_a_robot',
  /** who you are, who runs and pays for this, is it a scam */
  'who_runs_it',
  /** what this is and what you can help with */
  'what_is_this',
  /** where the office or the group is, how to get there, do you visit */
  'where_are_you',
  /** do you cover my town */
  'do_you_cover_my_area',
  'counselling',
  'housing_help',
  'food_help_today',
  /** after these questions, what then */
  'what_happens_next',
  /** how long until I hear, is there a waiting list, when will you call */
  'waiting_time',
  /** can somebody phone me, can I talk to a person */
  'can_someone_phone',
  'can_i_bring_someone',
  /** can my children come, is there childcare */
  'can_i_bring_child',
  /** is there an age limit, I am 15, am I too old */
  'under_16_ok',
  /** how long it is kept, when it is wiped */
  'data_deleted',
  /** what have I said, what do you hold on me */
  'see_my_data',
  /** can I do this for my mum, a friend, a client */
  'for_someone_else',
  'language_interpreter',
  'accessibility',
  /** does my visa matter, does the Home Office see it, do you check papers */
  'immigration_status',
  'do_i_need_referral',
  'opening_hours',
  /** why do you need that */
  'why_ask',
  /** I don't understand the question; may I answer in other words */
  'what_do_you_mean',
  /** what the text will say, from what number, how often, what shows on the phone or the bill */
  'what_will_you_send',
  /** can I stop, skip, say no, change my mind, leave my name out */
  'can_i_change_mind',
  /** can I leave this and come back, is what I wrote lost */
  'can_i_come_back',
  /** how do I hide or clear this */
  'how_to_hide_this',
  /** who will I meet, what is the group like, will people know me, do I have to be good at it */
  'who_will_i_meet',
  /** do you pay the bus */
  'travel_help',
  /** what is your number, can I call you */
  'our_number',
  /** the number of women's aid, of an abuse line */
  'abuse_helpline',
  'unknown',
] as const;

export type Topic = (typeof TOPICS)[number];
