"""What is done, from adopting to making: verbs of every day and ways to say them."""

from __future__ import annotations

DEEDS = """
adopt take_up take_over start_using switch_to go_over_to pick_up
advance move_on progress go_forward get_ahead step_forward
affect influence touch bear_on have_an_effect matter_to make_a_difference change concern hit
aggregate sum add_up roll_up collect combine total tally group
aim target go_for shoot_for intend mean want point_at
allocate assign reserve hand_out give set_aside book earmark dedicate
amount_to come_to add_up_to total make be
amplify magnify make_bigger make_worse blow_up multiply intensify add_up snowball
announce tell publish declare make_known inform say_in_advance give_notice broadcast let_know
apply_to hold_for count_for go_for be_true_of concern be_valid_for hit
apply use put_to_use make_use_of put_into_practice try_out
approve agree sign_off accept okay give_the_ok green_light confirm say_yes
argue claim say reason make_a_case discuss debate dispute
arrive come get_there get_in turn_up show_up reach land come_in be_received
ask_for request want demand call_for order require
attach join connect tie fix fasten bind link add hook_up plug_in put_on
attack hack break_into exploit abuse go_after intrude; attract draw pull_in pull bring_in tug
avoid keep_away stay_clear get_round steer_clear not_do skip dodge save_yourself spare prevent
await wait_for stand_by look_forward hang_on be_pending
back_off wait_longer slow_down pause hold_off retry_later give_it_time
balance even_out spread_evenly level share_out equalise distribute offset weigh
be_aware know see realise understand notice
bear carry stand tolerate endure take put_up_with cope_with handle survive
believe think trust assume suppose be_convinced hold_for_true buy
belong be_part_of go_with be_owned fit be_in sit_in go_into live_in
benefit gain profit win get_something_out help have_an_advantage
bill charge invoice make_pay ask_money; bind tie attach lock commit stick pin fix_to
block hold_up stop keep_out shut_out stand_in_the_way bar be_in_the_way freeze
book reserve order set_aside; borrow lend loan take_from use_for_a_while
bounce come_back send_back return reject; branch fork split_off choose_path if_else
break fail fall_apart go_to_pieces stop_working snap get_broken crack
bring_along take_with include carry; bring fetch get carry deliver take
buffer hold_back keep_in_between cushion soak_up store_temporarily pile_up queue_up park
build_up grow pile_up accumulate gather mount
bundle pack_together put_in_one_file wrap_up group package join
burden load strain weigh_down bother trouble; bypass go_around get_round skip circumvent avoid
cache keep_close keep_in_memory remember hold_ready store_for_later
calculate compute work_out figure_out reckon do_the_maths count derive
call_back notify_later ring_back return_call; cancel call_off abort drop scrap stop
carry hold contain bear bring take transport; catch intercept grab trap handle take capture
cease stop end no_longer not_any_more quit be_over; celebrate honour praise
chain string_together one_after_the_other link in_a_row connect line_up sequence
chase follow pursue run_after
choose pick take go_with go_for opt decide_on select prefer settle_on want
claim say maintain state assert pretend; clarify make_clear explain clear_up ask_back sort_out
clean tidy clear wash sweep scrub wipe clean_up purge; climb rise go_up increase ascend
clone copy duplicate replicate fork; close shut end finish conclude wrap_up
collect gather bring_together pick_up pull_together accumulate harvest assemble fetch
collide clash crash_into conflict run_into hit_each_other
combine put_together mix join bring_together merge pair both_together blend
come_back return reappear show_up_again be_back turn_up_again again
commit save make_permanent finalise write
commit_to stand_by promise support stick_to pledge get_behind
communicate talk speak tell exchange inform write keep_in_touch
compare hold_against put_side_by_side look_at_both set_against match line_up versus weigh_up
compensate make_up_for undo offset reverse cancel_out; compete rival fight_over vie contend
compile build translate turn_into_machine_code
complete fill_in finish round_off bring_to_an_end make_whole get_done
compress zip pack squeeze shrink make_smaller gzip; compute calculate process crunch work_out
conceal hide keep_secret cover_up; concentrate focus centre pay_attention
conclude infer deduce gather come_to_the_result end
confirm say_yes acknowledge verify back_up bear_out prove ack
confuse mix_up muddle mislead puzzle get_wrong
connect link join hook_up tie plug_in wire reach dial
consider think_about take_into_account look_at weigh_up bear_in_mind regard
consist contain be_made_of comprise have include be_composed
consult ask get_advice talk_to look_up; consume use_up eat take read process pick_up swallow burn
contain include hold have carry be_in comprise inside
contradict disagree speak_against be_at_odds clash oppose
contribute add give_to help play_a_part do_something
control steer be_in_charge govern check regulate decide run
convert turn_into change_into transform translate make_into cast parse
convince persuade win_over talk_into bring_round sell; cooperate work_together team_up collaborate
cope manage deal handle get_by get_along; copy duplicate clone reproduce take_a_copy mirror
correct fix put_right repair adjust amend set_straight
count add_up number matter be_important be_valid; cover include deal_with take_care_of protect
crash die fall_over go_down blow_up break_down stop_working burn collapse
cross go_over pass get_across jump over; cut reduce slash trim drop lower shorten leave_out
damage harm hurt break ruin spoil destroy
deal_with handle take_care_of process treat cope_with see_to manage tackle
debug find_the_bug search_the_error troubleshoot trace step_through
decide make_up_your_mind choose determine settle be_decisive depend_on call
declare state say_so define specify write_down announce put_in_config
decline go_down fall sink say_no refuse; decrypt decode unlock unscramble read_again open
deduce infer derive conclude work_out; defend protect guard fight_off stand_up_for
define lay_down set specify describe determine write_down fix
delay hold_up put_off make_wait slow_down postpone defer push_back take_longer be_late
delegate hand_over pass_on give_away entrust let_others_do assign outsource
deliver bring hand_over send get_there ship arrive provide
demand ask_for insist require call_for want; demonstrate show prove make_visible
deny refuse say_no reject not_allow turn_away
depend hang_on be_up_to rely hinge vary_with be_tied need
deploy release roll_out put_live ship push_out install bring_to_production
derive work_out compute_from get_from result_from infer come_from build_from
describe tell explain say_what depict write_down
design draw plan sketch think_up lay_out architect
destroy break wipe_out delete ruin kill annihilate
detect notice find spot catch recognise see discover
determine decide find_out set dictate settle establish
deteriorate get_worse go_downhill degrade drop; develop build write program grow make
differ be_different not_be_the_same vary deviate diverge; digest take_in process understand
disagree be_of_another_opinion object argue see_it_differently not_agree
disappear vanish go_away be_gone get_lost fade no_longer_there
discard throw_away drop get_rid_of bin dump; discover find find_out come_across learn
discuss talk_about talk_over debate go_over speak_about; dismiss fire let_go lay_off sack
dispatch send hand_out forward route; distinguish tell_apart separate keep_apart make_a_difference
distribute spread share_out hand_out scatter divide deal_out fan_out
disturb bother interfere get_in_the_way upset interrupt distract
divide split cut share partition break_up; do_without not_need manage_without spare leave_out
document write_down note record put_in_writing describe
dominate rule be_the_biggest outweigh make_up_most prevail; drain empty run_dry use_up flow_out
draw pull sketch take; drop let_fall leave_out throw_away abandon lose discard fall
eat consume use_up swallow; elect vote_for choose appoint; embed put_inside include build_in
emit send_out give_off release throw produce publish
enable make_possible allow let turn_on switch_on permit activate
encounter meet come_across run_into face; encourage motivate support cheer_on invite
encrypt scramble make_unreadable lock code cipher; end_up land finish turn_out result finally_be
end finish stop be_over come_to_a_close run_out terminate
enforce make_sure force impose insist ensure; engage involve take_part get_involved commit
enlarge make_bigger extend grow expand scale_up
ensure make_sure guarantee see_to_it take_care secure; enter go_in come_in get_in type_in
equal be_the_same match amount_to correspond
escalate bring_to_the_boss raise_it take_higher go_up involve_management
escape get_away get_out quote encode; establish set_up found create prove find_out
estimate guess calculate_roughly reckon approximate put_a_number gauge
evaluate assess judge rate weigh measure score; examine look_at inspect check study go_through
exceed go_over be_more_than go_beyond top be_above surpass pass
exchange swap trade give_and_take replace switch; exclude leave_out keep_out rule_out skip
execute run carry_out perform do; exist be_there there_is be_present be_around live
expand grow extend widen spread get_bigger; expect count_on look_for await anticipate think_will
expire run_out end_after lapse be_no_longer_valid time_out become_invalid
explain make_clear tell_why give_reasons describe say_why go_into
explore look_around try_out investigate; expose make_visible open_up reveal publish lay_open
express say put_into_words state tell; extend make_longer stretch prolong add_to widen expand
extract take_out pull_out get_out; face confront meet stand_before
facilitate make_easier help ease; fade become_less disappear die_down wane
fail go_wrong break not_work not_succeed error_out fall_down blow_up be_unsuccessful throw
fall drop go_down sink come_down; fasten fix attach tie; favour prefer like_better support
feed supply give put_in; fetch get pick_up pull load download go_and_get bring retrieve
fight struggle combat work_against tackle; figure_out find_out understand work_out
fill put_into load populate top_up stuff
filter sort_out sift only_let_through leave_out screen select pick_only
find_out learn discover get_to_know see work_out ask
find come_across spot look_up locate get discover; finish complete be_done get_through end wrap_up
fit suit match go_with be_right_for be_suitable fall_in_with
fix repair make_good mend patch put_right correct; flow run stream move go_through
focus concentrate look_at only_care_about; fold merge combine collapse
follow come_after obey stick_to do_what keep_to go_by
forbid not_allow ban prohibit rule_out outlaw; force make oblige compel press push
forecast predict estimate expect
forget not_remember lose_track leave_out slip_your_mind not_think_of know_nothing
form shape make create build; forward pass_on send_on hand_on relay route redirect
freeze stop pause suspend hang stand_still be_put_to_sleep; gain win get earn profit add
gather collect come_together pick_up assemble; generate make produce create give_rise
get_along get_on be_friends work_well_together; get_rid_of remove throw_out lose clear_away
give_in yield surrender let_them_have_it back_down
give_up stop abandon quit drop surrender sacrifice; go_back return revert turn_back undo
go_on continue carry_on keep_going keep_running; govern rule control determine
grab take get snatch seize; grant give allow permit assign; greet welcome say_hello
group put_together bundle cluster sort_into arrange
grow get_bigger increase develop get_better expand rise learn
guarantee promise make_sure ensure be_certain vouch assure
guide lead help show_the_way direct steer; hand_over give pass deliver transfer
handle take_care_of deal_with process treat manage look_after
hang be_stuck wait_forever freeze not_respond
happen take_place come_about go_on occur be_the_case; harm hurt damage be_bad_for do_damage
hear listen be_told; help_out assist lend_a_hand support; hesitate wait waver be_unsure
hide keep_out_of_sight mask cover conceal not_show; hire recruit take_on employ
hit reach touch strike meet; hold keep be_true contain have maintain last; host run keep serve
hurry rush speed_up; identify recognise tell_who find name pin_down
ignore not_care overlook leave_aside pay_no_attention skip not_look_at disregard
illustrate show make_clear give_an_example; imitate copy mimic fake simulate
implement build code write_code realise put_into_practice do
imply mean suggest involve say_indirectly; import load bring_in pull_in include require
impose force put_on lay_on enforce; impress make_an_impression wow
improve make_better get_better increase lift enhance refine
include contain have_in count_in take_in add comprise
increase go_up get_bigger grow make_more raise add_to
indicate show point_to be_a_sign mean suggest; infect contaminate pass_on
inform tell let_know keep_posted say report keep_in_the_loop write_to brief
inherit take_over get_from come_from; inject put_in insert slip_in add
insist keep_on stand_firm demand; inspect look_at check examine; install put_on set_up deploy
integrate bring_together combine merge build_in connect; intend plan want mean aim
interact work_together talk communicate; interfere disturb get_in_the_way meddle
interpret read understand take_as; interrupt break_in stop cut_off disturb
introduce bring_in add start present; invalidate make_void mark_as_old throw_out delete
invent make_up think_up come_up_with; invest put_money_into spend_on
investigate look_into examine research find_out dig_into analyse; invite ask_to_come call ask
involve include take_in bring_in be_part_of mean
isolate keep_apart separate wall_off seal_off contain quarantine
join come_together become_a_member connect take_part combine
judge assess rate weigh decide evaluate; jump leap skip
justify give_reasons explain be_worth defend; keep_up stay_level not_fall_behind follow
keep hold not_throw_away retain go_on_having stay leave store save remember
kill end stop shut_down terminate finish; lack not_have be_without be_missing miss
land come_down arrive end_up; last go_on take hold stay be_kept
launch start bring_out release go_live roll_out begin turn_on
lead guide be_in_charge run head manage; leak get_out escape become_known spill be_published
lean depend rest tilt; learn get_to_know pick_up find_out study take_away understand
leave go_away quit go_out stay_behind let; lend give borrow; let allow permit; lift raise pick_up
limit cap hold_down restrict bound keep_under put_a_ceiling constrain at_most
link connect tie join chain; list name enumerate write_down show
listen hear pay_attention hear_out let_talk let_speak shut_up_and_hear; live exist be_alive
load bring_in read fetch fill pull_in; locate find place; lock hold block close secure shut
log_in sign_in authenticate; look_after care_for see_to take_care
lose miss drop no_longer_have forfeit be_without go_missing
lower reduce bring_down cut decrease make_less
maintain keep_up look_after keep_running hold service; make_sure see_to_it check ensure guarantee
make_up account_for form constitute; map match assign translate correspond
"""
