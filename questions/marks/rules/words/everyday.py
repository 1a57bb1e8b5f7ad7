"""Everyday words: time, amount, change, place, cause and judgement."""

from __future__ import annotations

EVERYDAY = """
now currently at_present today at_the_moment
immediate at_once right_away straight_away instant on_the_spot without_delay directly | delayed
  eventual eventually later at_some_point
~ immediate within_seconds in_seconds takes_seconds quick prompt in_no_time
soon early in_good_time ahead_of_time sooner beforehand in_advance up_front | late later
  afterwards overdue
beforehand in_advance up_front ahead_of_time ahead already prior
later afterwards after behind then subsequently down_the_line | earlier before previous
lag delay behind stale catch_up fall_behind late
stale outdated out_of_date old obsolete not_up_to_date behind | fresh current up_to_date recent
  latest
fresh new brand_new newly | old existing used
existing already_there from_before already_running present
forever endless indefinitely for_ever without_end eternally without_limit unlimited unbounded
  infinite no_limit | limited bounded finite capped
limit cap bound ceiling quota maximum max upper_bound threshold restriction boundary at_most
limit no_more_than up_to
~ limit capped size restrict constrain
bounded limited capped fixed_size maximum
sometimes occasionally now_and_then from_time_to_time at_times | always
rarely seldom hardly_ever scarcely almost_never infrequent once_in_a_while | often frequent
frequent often regular common repeatedly usually
regular periodic recurring scheduled every_day daily nightly on_schedule
repeat again redo over_and_over once_more another_time anew repeated
again anew once_more afresh a_second_time another_time
once one_time single_time a_single_time just_once
twice double two_times doubly
double twice two_times times_two
half halve 50_percent in_two
each every per any_single individually apiece
all every everything whole entire complete full total altogether together in_total | none nothing
  no_one
both the_two each_of_the_two two
none nothing zero nobody no_one no
none_of_the_kind none doesnt does_not no_such unlimited
zero none nothing
several multiple many few couple some various numerous a_number_of more_than_one
~ several two three four different
single one sole only_one just_one lone exactly_one | many multiple several
only just solely merely nothing_else nothing_but exclusively alone
rest remaining remainder others the_others left_over what_is_left everything_else
other another else different alternative
enough sufficient adequate suffices plenty
extra additional more further on_top added bonus
excess above over beyond exceed surpass more_than too_much overflow surplus go_over | under below
  within
overflow excess surplus spill rest above
more greater higher increased larger additional extra | less fewer lower smaller reduced
grow increase rise climb go_up get_bigger get_larger expand surge gain higher more | shrink
  decrease fall drop go_down decline sink get_smaller lower less reduce
rise increase grow climb go_up surge spike higher | fall drop decrease go_down sink
multiply amplify worsen pile_up make_worse grow increase double snowball
improve better get_better enhance progress optimise raise strengthen | worsen get_worse worse
  degrade deteriorate
big large huge great massive enormous heavy bigger | small little tiny minor light
longer_jobs more_time
long lengthy extended prolonged | short brief quick
short brief quick concise little | long lengthy
size volume amount how_big how_large bigness quantity
volume amount size quantity lots_of mass
number count how_many amount quantity n total
fast quick rapid speedy swift at_speed | slow sluggish crawl
slow_down drag crawl sluggish slow delay hold_up take_longer slower | speed_up
block hold_up stop stuck halt stall jam clog hang stand_still | flow pass let_through
hang stall wait stuck block freeze_up
wait hang hold_on pause stand_by await stay block sit
start begin kick_off launch boot initiate set_off commence spin_up bring_up fire_up | end stop
  finish
boot start bring_up spin_up initialise build launch
end finish complete conclude be_done be_over stop be_up run_out terminate
expire run_out time_out lapse be_up reached end over elapse timeout
stop halt kill end terminate cut_off shut_down abort cancel cease interrupt quit
finish complete done ready through be_done fulfil
continue go_on carry_on keep_going proceed resume keep_on pick_up_where | stop pause
survive outlast live_on carry_on keep_working outlive last | die
return come_back go_back back give_back hand_back
return give_back hand_back answer_with respond_with result
recover come_back get_back back_up restore be_up_again up_again heal repair | fail break
restore recover get_back bring_back reinstate
back again up_again available_again return
lose lost gone miss vanish disappear drop | keep retain
gone lost vanish disappear missing deleted removed wiped dead
die perish go_away be_gone end disappear vanish
keep retain hold hold_on_to preserve maintain remain stay survive stick | lose drop discard
remain stay still_there keep persist last be_left stick_around lie_around
save store write persist put keep record | load
store save put keep hold stash
put place set insert drop_in stick lay position locate sit
remove delete erase take_out get_rid_of clear wipe purge throw_away drop discard shut_down
  take_down | add insert put_in create
add put_in insert append attach include introduce
attach bind tie link hang connect assign associate fasten put_on
replace swap substitute exchange instead_of switch_out
switch toggle turn change flip move_over
switched_on turned_on enabled activated active flag tick opt_in on enable set | switched_off
  turned_off disabled off
enable turn_on switch_on activate opt_in tick flag set_flag | disable turn_off switch_off deactivate
change modify alter adapt adjust update edit vary shift turn differ | unchanged
changeable movable configurable adjustable variable can_be_changed mutable repoint can_change |
  fixed immutable unchangeable
configurable adjustable can_be_set can_set you_can_set you_can_raise can_be_raised tunable
configurable turn_it_up can_turn settable
fixed immutable unchangeable never_changes cannot_change cant_be_changed constant read_only frozen
  static | changeable mutable variable
unchanged same as_before still like_before not_change stays_the_same remains no_change
stable constant steady fixed never_changes unchanging permanent | volatile
stable reliable solid
steady constant even continuous uniform flat regular permanent | spiky bursty irregular
spiky bursty peaky irregular uneven sporadic up_and_down | steady constant
sudden abrupt out_of_nowhere unexpected all_of_a_sudden
special specific particular custom unusual extraordinary dedicated
ordinary normal usual standard regular plain common typical everyday like_any_other | special
  unusual
usual normal ordinary typical common default
default out_of_the_box by_default standard initially preset unless_changed if_you_do_nothing
free no_charge costs_nothing gratis at_no_cost no_cost without_charge included for_nothing
  nothing_extra no_extra_cost | paid expensive costly
cheap inexpensive low_cost affordable costs_little cheaper | expensive costly dear pricey
cost price pay charge bill fee money spend expense paid billing
~ cost consequence downside bill
price downside drawback disadvantage cost trade_off tradeoff catch con | benefit advantage upside
benefit advantage upside gain plus pro value
useful helpful handy valuable practical good_for
help assist support aid serve
hurt harm damage injure pain
damage harm loss impact
harmless safe no_harm without_harm no_problem does_not_matter no_effect
matter count important relevant
important crucial critical essential vital key main matter counts central | unimportant minor
most_important crucial core what_counts mattered_most priority
main chief primary principal central major
true real genuine actual honest right correct | false untrue fake
real genuine actual true concrete proper
happen occur take_place arise come_up go_on
cause reason trigger lead_to bring_about result_in produce make why root
reason why because
lead_to cause result_in bring_about make end_in
prevent avoid stop keep_from rule_out block guard_against protect
avoid prevent keep_from get_around bypass sidestep dodge
protect guard shield defend secure keep_safe safeguard | expose
allow permit let may can enable | forbid deny refuse prevent
may can allowed permitted able right
must need required obliged necessary got_to
need require take demand call_for must
possible can feasible could able
refuse reject deny decline turn_down turn_away say_no not_accept drop | accept admit allow
accept admit take agree_to approve receive | refuse reject
ask request demand enquire query
answer reply respond response react
tell inform say let_know notify report announce warn mention call ring rang told
warn alert flag_up tell raise_alarm raise inform
show display reveal present demonstrate expose indicate prove
hide conceal mask cover | show
find discover locate detect spot look_up identify notice see
see view look_at read watch observe notice
notice feel see realise perceive be_aware care
watch monitor observe track keep_an_eye look_at follow
know be_aware understand be_familiar | unknown
unknown not_known unclear unsure
look check examine inspect view
check verify test validate inspect control look_at examine make_sure confirm
test try check rehearse verify drill exercise
try attempt go shot tries have_a_go
rehearse practise drill try_out test dry_run exercise game_day
measure time clock gauge quantify meter metric record
compare contrast against versus weigh match
same identical equal alike equivalent one_and_the_same | different distinct other
different distinct other separate another unlike differ | same identical
differ vary be_different not_the_same
separate apart distinct own independent individual split isolated its_own | shared common joint
own separate its_own dedicated private individual
independent separate not_tied nothing_to_do_with decoupled regardless_of does_not_depend
  doesnt_depend its_own on_its_own decoupled_from | dependent tied depends
regardless no_matter doesnt_matter does_not_matter irrespective whatever independent
depend rely need be_tied hinge
shared common joint together several_use used_by_several in_common share | own separate private
together jointly combined with_each_other as_one collectively
combine merge join together both mix unite put_together unify
split divide cut break_up break_down chop slice separate partition in_pieces into_pieces
piece part chunk portion slice bit fragment component
part portion piece share fraction section bit
in_part partial some half not_all partly incomplete | whole complete
inside within in internal into
outside external out beyond not_in | inside internal
near close next_to local nearby
place location spot site position where somewhere
places locations nodes sites machines spots servers
path route way road
direction way
pass hand_over forward give transfer transmit relay hand send
send pass deliver transmit forward dispatch ship push
send route direct forward steer point
receive get obtain take accept collect
give hand provide supply grant offer deliver
provide supply give offer deliver furnish
supply provide give inject hand
take grab pick get fetch
fetch load get retrieve pull download
choose select pick decide opt_for take go_for specify
decide determine choose settle make_up_mind control say govern
decision choice call
prefer rather favour like_better go_for
use utilise employ apply make_use_of leverage go_for
used_again reused recycled reuse use_again kept
apply use hold_for valid_for count_for be_in_force
work function operate run
try_again retry repeat attempt_again another_go
make build create produce form construct generate
create make set_up establish build generate
build make construct create assemble
set_up arrange establish prepare install configure initialise
prepare get_ready set_up ready make_ready
ready prepared available done
arrange organise plan set_up
manage administer run control maintain look_after take_care_of handle
look_after take_care_of maintain manage care_for handle patch
handle deal_with cope manage process take_care_of treat
control command master steer govern authority
direct steer guide lead conduct coordinate conductor orchestrate call_in_order
coordinate orchestrate direct organise conductor synchronise steer
follow come_after obey comply adhere
order sequence arrangement in_order succession | disorder
first earliest initial one at_the_beginning | last
next following subsequent upcoming
last final latest end
overwrite replace write_over override win_over shadow
override overrule overwrite win_over replace take_precedence
win prevail beat succeed decide
fail break go_wrong crash error not_work go_bad fault fall_over | succeed work
failed bad broken faulty erroneous went_wrong
bad poor wrong faulty broken poison | good
wrong incorrect false mistaken erroneous | right correct
mistake error fault slip blunder wrong bug
broken ill sick unhealthy down faulty defective failing unwell out_of_order | healthy well
down unavailable offline broken dead out not_working unreachable | up available online
available up online reachable accessible ready uptime
crash die go_down fall_over break_down collapse fail
collapse break_down fall_over crash go_under give_way
healthy well fine ok alive fit
safe secure protected sound | unsafe dangerous
dangerous risky hazardous unsafe
risk danger hazard threat
easy simple straightforward effortless trivial | hard difficult
hard difficult tough tricky complicated | easy simple
clear plain obvious evident unambiguous explicit | unclear vague
good well fine decent nice proper | bad poor
best optimal ideal strongest good
complete full entire whole finished total thorough
empty blank void | full
open unlocked | closed shut
instead rather in_place_of in_lieu
without lacking minus free_of with_no
with including having together_with plus
except unless save_for apart_from other_than but_not
unless except_when if_not
reading read look_up fetch load get query
writing write save update store put change
follow_up afterwards then
thing item object element entity piece
item element entry thing piece
kind type sort class category form
group set bunch cluster collection batch
list enumeration series
name called label title named term tag
label tag name sign
pointer reference label signpost link points_to arrow address
address location url endpoint arn
way means method manner approach how
means method way tool instrument
goal aim target objective purpose
purpose reason goal point use
person human somebody someone people user
people persons users humans folks everybody
user customer person visitor client people end_user
visible seen can_be_seen shown | invisible hidden
readable can_be_read can_read can_see can_view visible legible
hidden invisible out_of_sight | visible
idle unused inactive quiet not_used not_in_use nothing_to_do sitting | busy
busy occupied in_use working | idle
used in_use employed consumed
night overnight off_hours
peak spike rush burst high_point
burst spike peak sudden_rise surge
load traffic pressure demand stress requests
turn_off disable switch_off shut
exact precise accurate
rough approximate about around roughly estimate
estimate guess assess judge calculate forecast
guess assume suppose estimate speculate
assumption guess belief supposition assume guessed thought
expected likely probable anticipated would
likely probable would expected could_happen
"""
