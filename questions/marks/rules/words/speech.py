"""How people say in an interview what documents call by its name."""

from __future__ import annotations

SPEECH = """
prerequisite beforehand needed_first; resource server bucket table thing_in_aws arn object
variable env_var placeholder value
filter let_only_some_through sort_out narrow_down pick_only criteria condition
conditional if only_if depends_on_a_condition
template blueprint mould pattern boilerplate starter cookiecutter
context surroundings background what_came_before situation details
visibility_timeout hidden_for_a_while not_visible invisible_to_others
fan_out many_receivers to_all_of_them several_at_once spread_to_many
stack group_of_resources unit_of_deployment
percentile p99 p95 slowest_one_percent worst_few tail slow_users unlucky_ones
average mean typical hide_the_bad; redrive move_back send_again put_back reprocess_the_failed
lazy only_when_needed on_first_use at_the_moment_needed not_before
json structured fields machine_readable key_value; power cpu strength compute performance
prefix folder beginning_of_the_name path; domain area business_area subject url
explicit stated said_openly written_out visible; past history earlier what_happened_before
retention how_long_kept keep_for delete_after days_kept
sampling only_a_part every_tenth a_few_percent one_in_a_hundred
replay run_through_again process_again read_from_the_start
authoriser authorizer check_of_the_token gatekeeper
integration connection hookup plugged_together
architecture design structure big_picture overall_plan
loop circle again_and_again endless_repetition calls_itself recursion
budget money_limit allowance spending_limit; round_trip back_and_forth there_and_back hop
failover switch_to_the_standby take_over jump_in other_one_takes_over
alias pointer name_for_a_version label
presigned signed_url temporary_link link_with_expiry direct_upload
websocket open_connection two_way_connection live_connection; moment point_in_time instant
stand_in replacement deputy; transition step move change_of_state; console web_page ui clicking
guarantee promise assure certain sure; tolerate accept put_up_with fine_with can_live_with
proportion share percentage ratio; uncertainty doubt not_knowing unclear risk
wish want request desire; contribution part what_i_did my_share
derived computed_from calculated worked_out follows_from add_them_up; framework library toolkit
cure remedy fix solution; silent without_telling unnoticed quietly nobody_notices no_error
symptom sign what_you_see; correlation_id same_id_everywhere id_that_goes_along trace_id
sensitive private secret personal confidential; reconnect connect_again
wildcard star asterisk everything_allowed; native built_in own_support directly_supported
bootstrap start_up first_steps; loose not_tight not_strict
relieve take_off_load help unburden less_pressure; unique only_one no_duplicates
constraint limit rule condition; knowledge know_how what_he_knows expertise facts
recover come_back heal bounce_back get_well; raw unprocessed original untouched
despite although even_though in_spite; sought looked_for asked_for tried_to_get
achievement success what_was_reached; translate explain_simply in_their_words convert
discuss talk_over speak_about debate; advance ahead_of_time before_it_starts in_good_time
dual two both; embedded inside built_in; exhaustion used_up run_out none_left starved
blind cannot_see in_the_dark without_knowing
chain row series one_after_another hop_after_hop in_a_row; identity who_it_is who_you_are
compatible works_with_both old_and_new_both_work fits_together does_not_break
rehearsed practised tried_before dry_run; outlier extreme slow_one odd_one ugly_one spike
leaked got_out became_public exposed stolen; divisible can_be_split can_be_divided
suit fit match good_for right_for; waste burn thrown_away for_nothing
openid oidc cognito auth0 okta identity_provider login_provider; rebuild build_again make_anew
suspend pause put_to_sleep freeze; longest slowest takes_most_time; click press tap
text string letters; draw pull take; unrelated nothing_to_do_with independent
middleware layer_in_between filter function_in_front; pattern recipe known_solution
preflight options_request check_before; signal sign hint; clean tidy proper
natural by_itself inherent; subscription abo sign_up listen
outbox same_transaction table_of_events stored_together commit_together
reconciliation compare_both_lists nightly_comparison check_against_the_provider match_up
linearisable like_one_copy always_the_latest; overlap both_at_once double_coverage
unnecessary not_needed superfluous could_be_saved; modest small humble; workaround trick detour
depth detail going_deep; luck chance coin_flip lucky
reality what_really_happens real_life facts_on_the_ground; solution answer fix way_out
knowingly aware with_eyes_open with_full_knowledge
unfinished half_done not_ready rough draft sketch; shortcut quick_fix hack corner_cut
debt left_over owed_work technical_debt clean_up_later; tipping_point turning_point from_where_on
hero single_saviour; undone taken_back rolled_back reversed put_the_old_one_back
analyse look_into find_out_why postmortem; experienced senior who_has_done_it veteran
discomfort uneasy scared nervous out_of_my_depth; leap jump big_step
setback failure_in_between went_wrong relapse; ignore not_look overlook shrugged
relationship terms how_we_get_along still_friends still_work_together
privately alone just_us_two in_person face_to_face one_to_one only_the_two_of_us in_a_room
complain moan grumble whine; verdict judgement label; neutral without_judging fair factual
timeline what_happened_when order_of_events sequence_of_facts
sensible made_sense reasonable logical; groundwork preparation talked_before beforehand
counterpart other_side other_lead opposite; jargon technical_words difficult_words
worry fear concern afraid_of; news updates status_mails what_is_new
visible everybody_can_see open on_a_board; cycle rhythm sprint every_two_weeks
respect without_talking_bad polite fair
transferred took_along brought_to carried_over applied_elsewhere
fading less_and_less step_by_step withdrawing; stretch a_bit_too_big challenge grow
mutual both_sides for_both; influence power say; bias prejudice distorted unfair skewed
swallowed hidden caught_and_ignored lost silently; spill flow_over excess
reserved set_aside kept_for booked guaranteed; recommended advised suggested best_practice
envelope wrapper outer_part; strangers others people_from_outside unknown_people
revoke take_back withdraw cancel change_the_password make_invalid get_a_new_one
terraform cdk sam cloudformation infrastructure_as_code; anywhere wherever at_any_place
linear proportional straight; clue hint trace; suffer hurt feel_it
everywhere all_over at_every_place
realistic like_in_real_life real_data as_many_as_live production_like; slightly a_little a_bit
attention look care; brake slow_down_on_purpose limit; migrate move_over port
formula rule equation; string text characters; malformed broken_format invalid cannot_be_read
halfway in_the_middle; patience waiting calm; explode blow_up grow_too_much
enforce make_sure force impose; postpone put_off later; sharp strict exact
classify sort_into put_in_groups; attack hack hacker attacker burglar bad_guy
starve get_nothing left_without; audience for_whom recipients
sunset switch_off announce_the_end retire phase_out; elasticity grow_and_shrink adapt
fleet group_of_machines servers; deprecation end_of_support outdated
life how_long_it_lives lifespan; development writing_code coding
foreign someone_elses others third_party; reconsider think_again look_again
blast_radius how_much_is_hit damage_in_the_worst_case owns_everything whole_account
neighbour next_to_it others_on_the_machine; array list field; catalogue list directory
door entrance gate way_in; duty responsibility task; quarter 25_percent fourth
discount cheaper_price price_reduction savings; strain load pressure stress
graceful gently without_breaking properly; headroom spare_room reserve buffer slack
anomaly unusual odd strange out_of_the_ordinary; ramp slow_increase step_by_step go_up_slowly
mobile phone app; surround around; hopeless no_chance; transformation change conversion
selectivity how_many_match filters_out few_rows; cardinality number_of_values
concentrate all_on_one pile_on; rebalance spread_anew; monotonic never_goes_back only_forward
dirty not_committed unfinished; skew uneven one_side_more; abuse misuse attack bot spam
border edge boundary; celebrity famous_people many_followers; cursor bookmark last_seen_id
registry list_of_services phone_book; preference what_one_likes settings
precomputed calculated_in_advance ready_made beforehand
debounce wait_until_quiet not_on_every_key; trend what_is_popular; offensive rude bad
intent what_you_want_to_do plan
ledger book_of_entries bookkeeping list_of_bookings journal accounts
integer whole_number cents no_floats; webhook callback call_back notification_from_the_provider
basket cart shopping_cart; quorum majority more_than_half most_of_them; elect choose vote
standstill nothing_moves freeze; fencing_token growing_number old_holder_is_refused
efficiency little_waste output_per_input; clarify ask_back make_clear
aloud loudly hear_your_thinking say_what_you_think; law rule; boldly without_fear generously
magnitude zeros power_of_ten size_of_the_number rough_size; stability no_change steady
margin reserve gap; strict tight hard; hedged second_request_in_parallel ask_another_one_too
histogram buckets distribution; ocean sea atlantic another_continent overseas
distant far_away remote other_side_of_the_world
stampede thundering_herd all_at_once everybody_misses; lease temporary_lock lock_with_expiry
coalesce merge_equal_requests one_for_all; ring circle clockwise; modulo remainder mod
virtual not_physical several_points_per_node; rendezvous highest_random_weight
shallow only_on_the_surface; draining let_finish_before_removal; aggregate sum combine group
projection view read_model; watermark how_far_event_time_has_got; reprocess do_again run_again
available keep_answering still_answers up reachable
consistent same_answer agree correct no_wrong_answers
partition cable_cut network_split cannot_talk link_is_cut; refuse say_no error_instead turn_away
lag behind late catches_up a_bit_old not_yet_there delay
stale old_value outdated from_before not_the_newest; fresh newest up_to_date current
cache_hit found_in_memory; evict thrown_out pushed_out
bounded limited capped max_size fixed_number
isolate apart not_affect_others wall_between keep_separate
degrade worse_but_working show_less partial_answer fall_back
fallback plan_b default_value cached_value instead_show something_rather_than_nothing
timeout give_up_waiting stop_waiting max_wait; circuit_breaker stop_calling fuse
bulkhead own_pool separate_threads; load_shedding turn_away_early drop_requests reject_when_full
jitter random_delay a_bit_of_randomness not_all_at_the_same_moment
backoff wait_longer_each_time growing_pauses double_the_wait
idempotent twice_is_the_same do_no_more_than_once harmless_if_repeated same_result
  does_not_matter_how_often
duplicate again second_time twice same_again come_two_times
acknowledge confirm ack tell_it_is_done; deliver hand_over arrive bring
poison keeps_failing bad_one rotten; dead_letter put_aside separate_queue for_the_failed_ones
order sequence one_after_another in_line
throughput how_many_per_second amount_per_time messages_per_second
latency how_long_it_takes waiting_time response_time speed
scale grow more_machines add_more handle_more; scale_up bigger_machine more_power
scale_out more_machines add_servers
stateless remembers_nothing no_memory knows_nothing_of_before forget
session login_state who_is_logged_in; sticky always_to_the_same pin
health_check ask_if_alive ping heartbeat
rollback put_the_old_one_back go_back previous_version return undo
canary few_percent small_share first_a_few_users gradually
blue_green two_environments switch_over; feature_flag toggle switch_in_the_code turn_on_later
deploy put_live release ship push_out; launch turn_on_for_users open_to_the_public
pipeline ci build_server automatic_checks; monitor watch dashboards graphs keep_an_eye
alarm wake_me page notify_me bell alert; trace follow_a_request path_of_the_request
log write_down_what_happens log_line print; metric number figure value measure
cost money price bill what_you_pay; pay_per_use only_pay_what_you_use per_request per_call
idle doing_nothing no_traffic quiet; cold_start first_call_is_slow boot startup_delay has_to_boot
warm already_running reused kept_alive; initialise set_up boot_up prepare get_ready
handler your_function entry main_function; runtime language python_or_node interpreter
memory ram how_much_memory megabytes; timeout max_time time_limit runs_too_long
payload body size_of_the_request data_you_send; environment_variable env_var config_value
secret password key credential api_key; encrypt scramble lock unreadable
role identity hat permissions_of_the_function; policy rules what_is_allowed statement
least_privilege only_what_it_needs as_little_as_possible minimal_rights tight
permission right access what_it_may_do allowed
authenticate who_is_calling check_login prove_identity see_who_it_is genuine
authorise what_may_he_do may_see check_the_rights is_it_his belongs_to_him; token jwt ticket
signature signed genuine not_forged; expire run_out no_longer_valid past_its_date exp
issuer who_made_it from_whom iss; audience for_whom aud
throttle slow_down refuse 429 too_many_requests limit_rate rate_limit; quota limit allowance cap
burst many_at_once sudden_load spike peak
concurrency how_many_at_once parallel_runs at_the_same_time side_by_side
region place data_centre_area; zone data_centre az; subnet network_part
gateway entrance front_door api_gateway; endpoint url address route; route path url way
event_source who_triggers trigger what_calls_it; push calls_it sends_it_over notifies
poll ask_for_new fetches looks_for_work; batch several_at_once group many_together bundle
window waiting_period how_long_it_gathers time_frame; record entry row item message
partial_failure only_some_failed names_the_failed_ones
retry try_again another_go second_attempt repeat_it
asynchronous in_the_background fire_and_forget do_not_wait later walk_on
synchronous wait_for_the_answer caller_waits on_the_spot blocked
destination where_the_result_goes next_station target
outcome how_it_went result success_or_failure what_came_out
orchestrate conductor decide_what_comes_next coordinate director
state_machine step_functions workflow flow; choreography everyone_reacts_to_events no_central_boss
parallel side_by_side at_once simultaneously; compensate undo_earlier_steps take_back refund saga
checkpoint save_progress save_where_you_are bookmark; layer shared_zip common_libraries
image container docker; package zip bundle deployment_file
dependency library package something_it_needs; version numbered_copy snapshot frozen_state
publish make_a_version release; stage dev_or_prod environment
contract agreed_format interface api; schema structure columns format_of_data
widen add_a_column add_first; narrow remove_later drop_the_old_column
index lookup_structure sorted_copy b_tree; scan read_everything go_through_all_rows
join combine_tables; shard slice_of_the_data part_of_the_keys split_data
replica copy of_the_same_data; leader primary main_node the_one_that_takes_writes
follower secondary copy read_replica; commit make_permanent saved_for_good
lock only_one_at_a_time hold exclusive; queue line_of_messages mailbox waiting_line inbox box
topic channel broadcast; stream continuous_flow kafka kinesis
buffer absorb_peaks catch_the_peak piles_up
decouple not_tied independent do_not_wait_for_each_other; consumer reader worker receiver
producer sender writer; cdn edge_servers near_the_user copies_close_to_users
object_store s3 bucket blob_store; database postgres mysql sql_database
nosql dynamodb document_store; estimate back_of_the_envelope rough_number about
requirement what_it_must_do need; trade_off give_and_take price_of_it on_the_other_hand downside
bottleneck slowest_part what_limits; single_point_of_failure if_it_dies_all_dies
redundant spare two_of_each
real_failure it_went_wrong cost_the_company people_lost cancelled broke
own_part i_did my_decision it_was_me i_had_decided i_pushed
admit said_it_was_me owned_up stood_up_and_said told_everyone_i
responsibility my_head on_me it_was_my_job i_answer_for
without_excuses no_one_elses_fault just_my_mistake
consequence for_others customers_could_not lost_money outage cost_us
lesson since_then today_i next_time_i i_now
acted_differently with_the_next_project since_then from_then_on now_i_always
noticed i_saw i_realised it_struck_me; unasked nobody_asked_me no_one_had_asked on_my_own
measurable percent from_to numbers hours_less dropped_to went_up minutes
lasting still_in_use until_today since_then goes_on_without_me
handed_over gave_it_to got_the_team_to_own new_owner
informed told_my_lead let_them_know mailed_them said_it_would_take
worth_the_effort because_otherwise would_have_cost paid_off
asked_first found_out_why asked_why wanted_to_understand
listened let_him_talk heard_him_out asked_how_he_saw_it
his_view_changed i_learned_that turned_out; concrete_behaviour for_example
effect_on_others the_others_had_to felt; soon the_same_day right_away within_a_week not_saved_up
agreed_next_step we_settled we_agreed said_we_would_look_again; wanted_success cared
options_with_costs laid_out_what_each_would_mean price_tag
stakeholders_chose they_decided they_picked let_them_choose boss_picked
evidence_of_need usage_data tickets support_requests asked_users
small_trial pilot one_team_first started_with_one try_out_small
reversible could_go_back could_be_undone get_out_again; review_date look_again_after calendar
honest_outcome we_were_lucky to_be_fair luck coin_flip
clear_view i_was_convinced i_was_sure for_months_i_said i_believed
changed_my_mind i_was_wrong she_was_right he_was_right
argument_that_counted numbers_showed pointed_out_that what_convinced_me
gave_credit said_in_the_meeting it_was_her_idea thanks_to_him
testable_doubt i_doubted_it_because could_not_be
checked_raw_data counted_again from_the_source compared_with split_by
number_changed metric_was_fixed; direction i_want_to_be_able become_somebody_who in_five_years_i
already_begun i_already_do i_take_a_course started_with
fits_the_role this_job_has this_role_has here_i_could
observable_habit every_monday every_friday reviews_within_the_day
safety allowed_to_get_it_wrong no_shouting
facts_first timeline what_happened_before_why no_causes_yet
began_with_own_part i_started_with_what_we_did_wrong went_first_with
system_not_person why_it_made_sense not_who_did_it blameless
owner_and_date name_and_date who_does_it_until_when name_behind_each
short_regular_updates without_being_asked; ordered_list one_backlog one_queue what_moves_down
agreed_times only_at_planning every_two_weeks
we_versus_i what_i_did_myself the_others_did my_part_was; why_it_mattered saved_them
alternatives instead_of over_another chose_it_because
hindsight today_i_would looking_back would_do_otherwise
"""
