"""Words of stories about oneself: work with people, mistakes, decisions, learning."""

from __future__ import annotations

PEOPLE = """
my_mistake my_fault on_me took_the_blame my_bad i_was_wrong i_was_responsible up_to_me
my_mistake because_of_me i_messed_up i_should_have owned_up my_own_mistake i_broke
my_part my_mistake my_fault on_me i_guessed because_of_me i_should_have
own_part my_part what_i_did i_wrote i_built
responsibility blame fault accountable on_me owner
responsible accountable in_charge on_me
no_blame didnt_blame not_his_fault not_her_fault
blame fault accuse point_fingers
excuse justification blame_others pretext
without_excuses my_fault my_mistake no_excuses
mistake error fault wrong_call slip i_was_wrong
admitted said_openly owned_up confessed told_them
openly honest frank candid transparent straight
honest open truthful frank sincere
had_assumed i_assumed wrong_guess believed_wrongly thought_wrongly underestimated
early_warning warned_early as_soon_as the_same_day right_away the_moment
told_the_team informed_them let_them_know
affected concerned involved stakeholder customer client pm
stakeholder customer client manager product_owner pm boss management sponsor
customer client user buyer
the_moment the_same_day as_soon_as
options alternatives choices ways possibilities proposals plans
scope features cut drop_features reduce less_work
cut extra_people
consequences what_it_would_mean impact cost effects outcome
delivered shipped released went_live handed_over done finished live
in_time on_time on_the_day before_the_deadline punctual
late slipped missed_the_date delayed overdue slip
deadline date due release_date
estimate forecast guess plan judge
since_then add_buffer now_i_estimate
since_then from_then_on i_always ever_since nowadays after_that_i
learned lesson took_away realised since_then next_time
reflection learned lesson looking_back next_time in_hindsight would_do_differently
next_time in_future another_time again
sooner earlier right_away from_the_start
differently another_way changed other
habit routine ritual practice rule every_week checklist
agreement deal arrangement rule promise
countermeasure what_i_do_about_it habit trick measure remedy
weakness flaw fault struggle find_it_hard hard_for_me bad_at not_good_at
real true honest hard_for_me find_it_hard struggle
obstacle hindrance blocker problem
example once last_year one_time for_instance there_was
last_year last_month
consequence result ended_up effect because_of
progress better improving got_better improvement less_often
disguise costume pretend masked perfectionist
strength strong_point good_at
fair just balanced respectful understanding
best_argument good_points good_reason good_point he_was_right she_was_right strong_point his_point
argument reason point case
other_side colleague he she them their_view opponent
colleague coworker teammate peer dev somebody_on_the_team
disagreement argued conflict dispute different_opinion wanted
load_test experiment measured_it prototype test_showed poc
decided settled convinced showed won
good_terms get_on_well friends still_friends no_hard_feelings
still_work get_along on_good_terms
worked_together team_up cooperate collaborated paired
committed supported backed stood_behind went_along pushed carried_it fully
supported backed helped behind pushed stood_by promoted
decision_made once_decided after_the_decision went_with
delegated gave handed assigned passed_on let_him_do
handover brief instruction hand_over passing_on
goal aim target what_was_expected expectation
ability skill experience know_how competence
no_check_ins no_follow_up didnt_check never_asked
checkpoints check_ins milestones weekly_call regular_meeting short_sync look_at_it_early
clear_goal written_goal clear_expectation definition_of_done what_done_means
sat_with_him paired_with helped_him_finish coached supported_him
he_finished let_him_finish kept_the_task stayed_with
another_task trusted next_project again_to_him
trust rely confidence believe
person him her them junior member
junior beginner newcomer new_colleague trainee
mentor coach teach guide support
feedback criticism comment review hint
listened heard asked understood took_in
asked questions enquired wanted_to_know
understood saw_why realised got
calm quiet patient composed
private one_on_one alone under_four_eyes apart in_private
concrete specific exact precise particular with_examples
example instance case
behaviour conduct what_he_did action
effect impact consequence result
result outcome effect success numbers
measurable number percent figure from_to minutes hours dropped_from fell_from
lasting permanent still_used until_today to_this_day
initiative unasked own_accord volunteered by_myself nobody_asked took_on
noticed saw realised spotted became_aware
need problem gap missing
without_being_told nobody_asked on_my_own own_initiative unasked
steps first_then did actions
informed told kept_posted updated let_know wrote_to
agreed aligned settled checked_with got_the_ok
prioritised ranked ordered_by most_important_first chose
urgent pressing hurry
important matters counts worth
refused said_no declined turned_down
cost_of_delay what_happens_if_late who_waits
limit_damage rolled_back_first stop_the_bleeding relief first_aid switched_off contained
cause root_cause why reason source
prevention follow_up never_again test_added alert_added action_item
communicated told informed status_page updates posted kept_everyone_informed wrote
users_knew status_page told_the_users customers_informed
uncertain unclear unknown not_sure little_information
assumption guess belief believed
reversible can_undo try_out two_way_door
decided made_a_call chose went_for picked
trade_off price_of_it gave_up in_exchange downside
alternative option other_way
hindsight looking_back today_i_would afterwards
motivation drive reason why enjoy
interest curious curiosity enthusiasm like love
company employer firm organisation business
role position job
team group squad crew colleagues
together jointly with_the_team side_by_side
safety no_fear could_ask mistakes_were_ok
praise thank recognise credit
credit praise named_them thanks
convinced persuaded won_over got_them_on_board
resistance doubt objection sceptical against
compromise middle_way meet_halfway give_and_take
risk danger what_could_go_wrong
plan roadmap schedule
meeting call talk conversation sync
wrote documented noted put_in_writing runbook document
document write_up doc runbook wiki notes
shared passed_on spread showed_others talk
stress pressure hard_time busy
overloaded too_many_things on_my_plate swamped too_much
quality tests safety correctness standard
cut removed left_out dropped reduced skipped
value use benefit worth
smaller_version mvp first_version reduced_version simpler_version
users_used in_use people_used adopted
manager boss lead supervisor team_lead
lead led head ran guided
"""
