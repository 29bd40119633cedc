/** The names the corpus gives to questions people ask back, each as the topic that answers it. */
import { TOPICS, type Topic } from '../../../dialogs/reading/topics';

/** topic: other names for it in the corpus */
const NAMES: Readonly<Partial<Record<Topic, string>>> = {
  who_sees_this: 'is_it_confidential is_it_sold can_someone_else_see_this does_it_go_on_record is_it_safe_to_give',
  jobcentre_benefits_told: 'does_jobcentre_see does_it_change_what_i_get will_it_affect_benefits',
  police_social_work_told:
    'does_social_work_see do_police_see does_school_see does_employer_see does_landlord_see does_council_see will_i_get_in_trouble',
  is_it_confidential_from_family: 'is_it_confidential_from_partner',
  what_partner_sees: 'what_will_you_tell_them who_are_they can_i_leave_things_out do_i_repeat_myself',
  how_long: 'what_will_you_ask',
  cost: 'does_it_cost',
  is_it_a_robot: 'are_you_real_person is_anyone_there',
  who_runs_it: 'who_are_you is_this_a_scam',
  what_is_this: 'is_there_a_group is_this_the_right_place does_it_work_on_phone',
  where_are_you: 'where_is_it do_you_visit',
  do_you_cover_my_area: 'do_i_count_if_outside_area what_areas_do_you_cover',
  counselling: 'do_you_do_counselling',
  waiting_time: 'how_long_is_the_wait when_will_you_call',
  can_someone_phone: 'can_i_talk_to_person is_landline_ok',
  can_i_bring_child: 'is_there_childcare',
  under_16_ok: 'is_there_an_age_limit',
  data_deleted: 'data_keep_how_long is_it_deleted_after delete_my_data',
  see_my_data: 'what_did_i_say can_i_see_my_data',
  for_someone_else: 'can_i_do_it_for_someone',
  language_interpreter: 'is_there_an_interpreter',
  accessibility: 'is_it_accessible',
  immigration_status: 'does_home_office_see do_you_check_id',
  what_do_you_mean: 'can_i_answer_differently can_i_pick_more_than_one does_it_have_to_be_family',
  what_will_you_send:
    'what_will_it_say what_number_will_show how_often will_you_text_first what_if_you_call_at_wrong_time does_it_show_on_bill will_you_contact_them when_would_you_contact_them',
  can_i_change_mind:
    'can_i_stop can_i_skip what_if_i_say_no can_i_be_anonymous do_i_have_to_give_name do_i_have_to_give_address do_i_have_to_reply can_i_do_without can_i_leave_early',
  can_i_come_back: 'is_my_chat_lost',
  who_will_i_meet: 'will_people_i_know_see_me how_big_is_the_group do_i_have_to_be_good_at_it who_goes',
  travel_help: 'do_you_pay_travel',
};

const BY_NAME: ReadonlyMap<string, Topic> = new Map(
  TOPICS.flatMap((topic) => [topic, ...(NAMES[topic] ?? '').split(' ')].map((name) => [name, topic] as const)),
);

/** The topic a name of the corpus stands for; `unknown` for a question we have no fixed answer to. */
export function topicOf(name: string): Topic {
  return BY_NAME.get(name) ?? 'unknown';
}
