"""Pairs of opposites, and of things that must not be taken for one another."""

from __future__ import annotations

OPPOSITES = """
right right_hand | left left_hand; server servers backend | client clients browser caller
only_one just_one exactly_one a_single one_at_a_time | more_than_one several many multiple
  all_at_once
every each_single all_of_them each_and_every | only_one just_one a_single
all every everything everyone | none no_one nothing nobody some_only
always every_time | never sometimes_not not_always
only_once once just_once a_single_time one_time | every_time again_and_again repeatedly always
often frequently | rarely seldom hardly_ever; everywhere | nowhere
before beforehand ahead_of earlier prior | after afterwards later behind_it
first at_first | last at_last finally
above over more_than beyond exceeds | below under less_than within
more greater larger | less fewer smaller; most majority nearly_all | few hardly_any minority least
much lots_of plenty a_lot huge_amounts | little hardly_any; many lots numerous | few hardly_any
high higher raised | low lower reduced
raises increases lifts pushes_up goes_up adds_to grows | lowers reduces decreases cuts goes_down
  takes_away shrinks
long longer longest | short shorter shortest
large larger largest big huge bigger | small smaller smallest tiny little; wide broad | narrow
deep | shallow; near close | far distant; fast faster quick quicker | slow slower
early earlier soon | late later; old older previous former | new newer latest; hot warm | cold
light bright | dark; strong stronger | weak weaker
hard difficult harder tricky | easy simple easier; cheap cheaper | expensive dear costly
free_of_charge free costs_nothing | paid charged costs_extra; rich | poor
good better well | bad worse badly; best | worst
right correct true | wrong false incorrect untrue; positive | negative; full | empty
open | closed shut; on enabled | off disabled; up | down; in inside into | out outside
internal | external; public | private; shared common joint | separate own isolated
same identical equal | different distinct; together combined | apart separately alone
stateful | stateless
mutable changeable can_be_changed | immutable unchangeable fixed cannot_be_changed frozen
permanent durable lasting persistent | temporary short_lived ephemeral
stable steady even constant | unstable bursty fluctuating uneven; static | dynamic
sync synchronous | async asynchronous; push pushes | pull polls polled
send sends sender producer | receive receives receiver consumer
read reads reading | write writes writing; input | output; upload | download
encode encrypt | decode decrypt; start starts begin launch | stop stops end finish
create add insert | delete remove drop
keep retain hold preserve | lose drop discard throw_away delete; remember | forget
win gain | lose; buy | sell; give gives | take takes
hands_out gives_out yields | takes_in swallows; ask | answer
allow permit let accept | forbid deny refuse reject prevent
succeed success works | fail failure breaks; pass | fail; attach | detach; connect | disconnect
lock | unlock; load | unload; pack | unpack; show reveal | hide conceal mask; include | exclude
enter | leave; arrive | depart; come | go; rise climb | fall sink drop
expand grow | shrink contract; speed_up accelerate | slow_down delay
improve gets_better | worsen gets_worse deteriorate; strengthen | weaken; simplify | complicate
automatic by_itself | manual by_hand; explicit | implicit
required mandatory compulsory | optional voluntary; known | unknown; visible | invisible hidden
safe secure | unsafe dangerous; legal lawful | illegal unlawful; valid | invalid
present | absent missing; possible | impossible; likely | unlikely; healthy | ill sick unhealthy
alive | dead; awake | asleep; busy | idle; ready prepared | unprepared; horizontal | vertical
parallel at_once simultaneous | sequential one_after_another in_turn; ascending | descending
global | local; central | distributed decentralised; strict | loose lenient; coarse | fine
eager | lazy; active | passive; primary leader master | replica follower secondary standby
parent | child; publisher | subscriber; supply | demand; profit | loss
income revenue | expense cost; asset | liability; bacteria | virus; symmetric | asymmetric
private_key | public_key; hit | miss; head beginning start | tail end; top | bottom
front in_front | back behind; majority | minority
minimum at_least lower_limit | maximum at_most upper_limit; once | twice; half | double
day daytime | night; summer | winter; north | south; east | west; sun | moon
"""
