"""What is done, from mapping to yielding: verbs of every day and ways to say them."""

from __future__ import annotations

MORE_DEEDS = """
mark label tag flag note; mask hide cover blank_out black_out replace_with_stars redact
match fit correspond agree go_together be_equal pair
mean say stand_for be_defined_as signify is_when equal
measure find_out_how_much take_the_time time_it count put_a_figure clock look_how_long
meet fulfil satisfy come_together get_together; mention say name bring_up refer_to
merge combine unite bring_together put_together become_one join
migrate move go_over change_to port; mind care be_bothered be_affected feel suffer
minimise keep_small make_as_small_as_possible reduce
miss not_find fail_to_notice overlook lack not_hit; mix blend combine put_together stir
modify change alter edit tweak adapt; move shift go transfer push bring change_place relocate
multiply times increase double grow; narrow tighten make_smaller reduce restrict
need have_to_have want require cannot_do_without depend_on must_have
neglect not_care ignore forget; negotiate bargain talk_about haggle work_out_a_deal
notice see realise spot become_aware find_out feel detect
notify let_know tell inform send_a_message ping alert; obey follow keep_to do_what_is_said
object say_no be_against disagree oppose; observe watch look_at see notice keep_an_eye
obtain get receive gain acquire; occupy take_up fill use hold; occur happen come_up take_place
offer give propose provide make_available suggest; omit leave_out skip forget
open unlock make_accessible start; operate run work use; oppose be_against resist fight
optimise improve tune make_faster make_better; order sort arrange put_in_sequence request
organise arrange plan set_up structure; outlive survive last_longer live_longer
overcome get_over beat solve; overlap share have_in_common cut_across cover_the_same
overload too_much flood overwhelm drown swamp be_more_than_it_can_take hammer
overlook miss not_see; own have possess be_responsible_for be_in_charge hold
pack put_in wrap bundle; pair match put_together; part separate leave
participate take_part join be_in; pass go_through hand_on succeed go_by; patch fix repair update
pause stop_for_a_while take_a_break wait suspend take_a_nap rest
pay spend give_money cost be_charged hand_over_money cough_up; peak be_highest top_out
perform do carry_out run work; permit allow let give_permission
persist save keep stay write_to_disk go_on; pick choose select take
pile_up build_up accumulate queue_up stack_up; place put set lay position
plan think_ahead arrange intend schedule map_out; play act take_part; plug connect put_in
point show direct refer; poll ask_again_and_again keep_asking check_regularly look_for_new pull
portray show describe; possess have own hold
postpone put_off delay do_later push_back move_to_later; pour flow stream
practise exercise train rehearse; praise say_well_done compliment thank credit
predict say_in_advance forecast foresee tell_beforehand
prefer like_better rather go_for favour choose_over
prepare get_ready make_ready do_in_advance set_up warm_up train; present show give introduce
preserve keep save hold protect maintain; press push squeeze; pretend act_as_if fake make_believe
prevail win be_stronger
prevent stop keep_from make_impossible not_let avoid so_that_not make_sure_it_does_not
process work_on handle treat go_through deal_with; produce make create generate give
profit gain benefit make_money; prohibit forbid not_allow ban; prolong extend make_longer
promise say_you_will guarantee commit pledge; promote push_up support advertise raise
propose suggest put_forward offer come_up_with bring_a_proposal
protect keep_safe guard shield defend secure; prove show demonstrate verify establish
provide give supply make_available offer deliver
publish make_public release put_out bring_out announce; pull draw get fetch; punish penalise blame
purchase buy get; pursue follow chase go_after; push press shove send drive
put place lay set insert; qualify be_suitable fit; quarantine put_aside take_out set_apart isolate
query ask search look_up request; queue line_up wait_in_line stand_in_line put_in_a_queue
quit leave stop give_up; raise lift increase bring_up put_up
reach get_to arrive_at hit come_to touch contact get_through; react respond answer do_something
read look_at go_through study take_in get; realise notice understand see become_aware
reappear come_back show_up_again; reason think argue
rebuild make_again build_anew create_again from_scratch; recall remember think_back
receive get be_given take_in obtain be_handed pick_up; recognise know_again identify see_that tell
recommend advise suggest; reconcile compare match bring_together check_against
record write_down log note keep save
recover get_back come_back get_well bounce_back heal be_up_again restore
recruit hire find_staff look_for_people advertise; recur come_back happen_again repeat
recycle use_again reuse; redirect send_elsewhere forward point_to
reduce make_less lower cut bring_down lessen shrink save; refer point_to mention mean relate
refine improve polish; reflect think_about show mirror; refresh renew update reload make_new
refund give_back pay_back; refuse say_no not_accept reject turn_down decline turn_away
register sign_up enter note; regulate control rule
reject turn_down refuse not_accept throw_out send_back bounce
relate connect have_to_do_with concern; relax calm_down rest loosen
release let_go free publish bring_out give_up; relieve take_load_off ease help unburden free
rely depend count_on trust need; remain stay be_left still_be_there keep_on_being not_change
remember keep_in_mind know_still not_forget recall store; remind call_back_to_mind tell_again
remove take_away take_out get_rid_of delete strip clear; rename give_another_name
render draw paint display show_on_screen; renew refresh extend make_new; rent lease hire
repair fix mend make_work_again put_right
repeat do_again once_more say_again run_again over_and_over
replace put_in_place_of swap exchange take_the_place change_for
replay run_again process_again go_through_again play_back; reply answer respond write_back
report tell say inform hand_in show; represent stand_for mean show
reproduce make_it_happen_again copy recreate; request ask want demand
require need have_to must demand ask_for; rescue save help; research investigate look_into study
reset start_over set_back clear; resign quit leave give_notice
resist withstand fight stand_up_to push_back; resolve solve settle sort_out find look_up
respect honour keep_to obey; respond answer react reply; rest stay sleep
restart start_again boot_again reboot bring_up_again begin_anew
restore bring_back get_back put_back make_work_again recover
restrict limit narrow hold_back only_allow; result come_out end follow; retain keep hold not_lose
retire take_out_of_service switch_off stop_using phase_out pension; retrieve get_back fetch find
retry try_again do_it_again another_go repeat attempt_again second_try have_another_go
return give_back come_back send_back get_back answer
reuse use_again use_once_more share recycle keep_for_next take_again
reveal show uncover make_visible; reverse turn_around undo turn_back flip
review look_over check go_through read_again; revoke take_back withdraw cancel make_invalid block
reward pay praise; ride go drive; ring call phone; rise go_up climb increase get_up
risk put_at_stake chance endanger
roll_back go_back undo revert put_the_old_one_back return_to_the_previous restore_the_old
rotate turn change_regularly renew; round approximate; route send direct lead pass
ruin destroy break spoil; rule govern decide; run_out be_used_up end be_exhausted nothing_left
run work execute go operate be_active; rush hurry; sample take_a_part take_some only_a_few
satisfy fulfil meet please; save keep store put_away spare rescue
scale grow get_bigger adapt_to_load add_more handle_more
scan go_through_all read_all look_through search; schedule plan set_a_time run_regularly time
score rate grade mark give_points; screen check filter look_through; search look_for seek hunt
secure protect make_safe lock; see look notice understand watch; seek look_for search ask_for
seem look appear; select choose pick; sell trade market; send give pass mail transmit post push
separate keep_apart split divide part pull_apart; serve answer handle deliver provide
set put define configure choose; settle agree decide sort_out; shape form model
share have_together use_together give_to_all have_in_common divide
shed drop lose throw_off refuse; shift move change; ship send deliver release
shorten cut make_shorter; show make_visible display tell; shrink get_smaller make_smaller reduce
shut_down stop turn_off switch_off end; sign put_your_name certify
simplify make_easier make_simple; simulate imitate pretend fake; sit be stay
skip leave_out jump_over not_do pass_over ignore; sleep rest be_inactive
slip get_late make_a_mistake slide; slow_down brake take_longer make_slower lag
smooth even_out level; solve find_a_solution fix work_out crack; sort order arrange
span go_over reach_across cover; spare save leave_out do_without; speak talk say; specialise focus
specify say_exactly define state; speed_up make_faster accelerate quicken be_quicker
spend use pay; split divide cut part separate break_up; spoil ruin damage; spot see notice find
spread share_out scatter distribute go_around; squeeze press compress; stack pile put_on_top
stall stop hang not_move; stand be_upright bear; stand_for mean represent
start begin kick_off get_going launch set_off boot come_up; state say declare
stay remain not_leave keep be_kept; steal take rob; steer guide control
stick hold stay adhere glue; stop end halt no_longer not_any_more cease quit
store keep put save hold; strengthen make_stronger improve; stress emphasise press; stretch extend
structure organise order; struggle have_trouble find_it_hard; study learn look_at
submit hand_in send; subscribe sign_up register listen
succeed work_out make_it manage be_successful; suffer feel_pain be_hurt get_worse
suggest propose say_maybe; suit fit be_good_for be_right; summarise sum_up say_briefly
supervise watch_over oversee; supply give provide; support help back stand_behind
surprise be_unexpected; surround be_around wrap
survive stay_alive live_on come_through not_be_lost still_be_there be_kept
suspect think_maybe doubt; suspend pause stop_for_now freeze; swallow eat hide not_report
swap exchange trade switch; sweep clean go_through; switch change go_over flip turn
tackle deal_with take_on; take_away remove subtract get_from; take_care see_to handle
take_on accept assume; take_over assume_control replace; take_part join participate
talk speak chat; teach show explain train; tear rip; tell say inform; tend be_inclined usually
test try_out check see_if_it_works prove; thank say_thanks show_gratitude; think believe consider
threaten endanger warn; throw raise hurl; throttle slow_down limit hold_back refuse_above cap
tie bind connect; tolerate accept bear live_with put_up_with; touch feel reach; trace follow track
track follow keep_a_record watch; trade exchange buy_and_sell
trade_off give_up_one_for_another balance compromise weigh; train teach practise
transfer move pass hand_over; transform change turn_into; translate turn_into convert
transmit send pass; travel go move; treat handle deal_with
trigger set_off start cause kick_off fire; trim cut shorten; trust rely_on believe have_faith
try attempt give_it_a_go; tune adjust optimise; turn_off switch_off disable shut_down
turn_on switch_on enable activate; turn_out prove end_up
underestimate think_too_little not_expect_so_much; understand get see grasp know what_it_means
undo take_back reverse go_back roll_back put_back; unify bring_together standardise make_the_same
unpack open extract unzip; update bring_up_to_date renew change refresh
upgrade improve move_to_newer; urge push press; use_up consume exhaust; validate check verify
value appreciate; vanish disappear be_gone; vary change be_different differ
verify check make_sure prove; view look_at see; violate break go_against; visit go_to see
wait hold_on stay_until stand_in_line be_patient sit_through hang_around; wake start_up get_up
walk go step; warn alert say_in_advance tell_of_danger sound_the_alarm raise_a_flag
waste throw_away use_for_nothing lose squander burn; watch look_at keep_an_eye observe
weaken make_weaker reduce; weigh balance compare consider; widen make_broader extend
win gain beat; wipe clear clean erase; wish want desire; withdraw take_back pull_out
withstand resist survive; wonder ask_oneself; work function be_right run
worry be_afraid concern fear be_nervous; worsen get_worse make_worse
wrap put_around surround enclose; write put_down note record; yield give_way give produce give_up
"""
