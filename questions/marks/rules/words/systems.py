"""Words of software and of large systems: data, messages, failures, scale, security, practice."""

from __future__ import annotations

SYSTEMS = """
machine server host node box vm instance computer virtual_machine hardware
node server machine host member instance peer
instance copy environment server
hardware machine gpu processor physical
operating_system os kernel linux patch
application app program software service
service system application app backend microservice
component part service module system
system service application platform
client caller consumer browser frontend user requester
caller client requester sender invoker
callers clients consumers
other_side remote peer dependency partner downstream callee it
dependency downstream partner third_party library lib lib package supplier upstream_service
library lib package dependency module sdk pandas
code program source logic script implementation
function_body handler your_code own_code logic
handler function_body entry_point main_function code
artefact artifact zip package build bundle image binary jar
same_build same_image same_package same_code
build version release zip artefact compile
release version build deploy deployment rollout new_version deliver go_live going_live ship
deployment deploy redeploy release rollout upload ship uploaded
rollback revert go_back going_back roll_back undo point_back switch_back
canary gradual weights weighted percentage 90/10 small_share traffic_split
weights percentage share percent split fraction ratio canary
share_traffic split_traffic divide_traffic canary 90/10
stage environment dev test prod production staging
stages dev staging environments
production prod live
configuration config settings setup options parameters
setting parameter option knob config switch property value
settings config configuration values parameters confg
variable env parameter value
secret password credential api_key key token
credential key password secret token access_key login
temporary_credentials short_lived session_token sts rotated
right permission privilege access grant policy may_do allowed
rights permissions privileges access may_touch allowed_to
permission right policy access privilege allow
policy rule permission statement
role identity iam rights
what_it_can_do may_touch can_access which_actions
least_privilege narrow minimal only_what_is_needed
authentication login sign_in identity who_somebody_is who_is_calling who_you_are
authorisation permission access_right what_you_may_do who_may
encrypt cipher scramble encode
hash digest checksum fingerprint
signature signed sign hmac
certificate cert tls
traffic requests load calls packets
request call query hit invocation
call request invoke invocation
invocation call run execution request
run invocation execution
execute run
simultaneous concurrent parallel at_once at_the_same_time in_parallel together
concurrency parallelism in_parallel simultaneous at_once at_the_same_time
synchronous sync blocking wait_for_answer caller_waits | asynchronous async in_background
  fire_and_forget
asynchronous async background fire_and_forget later queued in_the_background
caller_waits blocks
background async queue worker jobs offline
queue buffer backlog sqs line
buffer queue cushion absorb hold
absorb buffer even_out smooth cushion level take_up
peak spike burst surge rush
message event record job task item
event message notification record happening trigger
notification message event alert
record message event item entry row
records events messages entries items
batch group bunch bulk chunk set whole_batch
whole_batch all_of_them entire_batch everything
identifier id key name ids
identifiers ids keys
idempotency idempotent repeat_safe dedupe deduplication same_effect safe_to_repeat
idempotency twice_is_harmless
duplicate copy double twice repeat second_time
deduplicate dedupe filter_duplicates recognise_duplicates drop_duplicates remember_ids
deduplicate already_seen already_processed
exactly_once no_duplicates just_once
acknowledge confirm ack receipt
confirmation ack acknowledgement confirm
~ wait sync slow
delivery arrive sent handed_over get_there
order sequence ordering in_order fifo sorted
ordered in_order sequential sorted fifo
shard partition part slice bucket
partition shard split sharding part slice
partitions shards parts pieces
across_shards more_than_one cross_shard
replica copy follower secondary standby slave duplicate mirror
replicated copied mirrored synchronised
replication copy copies duplicate mirroring
leader primary master writer main | follower replica secondary copy
follower replica secondary copy slave read_replica
behind lag late
read_your_writes see_own_changes own_update
pin stick same_one always_same bind sticky
consistency consistent agree same_everywhere up_to_date
strong_consistency always_latest up_to_date
eventual_consistency eventually stale_for_a_while catches_up
availability available uptime up survive survives reachable keep_running
available up online reachable
reliability dependable robust stable
durable permanent safe_on_disk survive persistent
volume size amount storage_space data_size
database db data_store rds store postgres mysql dynamodb table
table relation db
row record entry line
index lookup
query lookup select search join request read
join combine query
transaction atomic commit unit
atomic all_or_nothing in_one_step transaction indivisible
conflict clash collision both_changed concurrent_change
lock mutex hold claim
race race_condition at_the_same_time interleave overtake
connection conn socket session link
pool set limited_number thread_pool connection_pool reuse
thread worker executor
own_pool separate_pool thread_pool own_threads
cache memory store redis memcached in_memory
cache_miss not_in_cache not_found miss on_a_miss not_there
miss not_in_cache not_there absent
fill populate load put put_in write_into
invalidate delete expire clear evict purge drop
evict throw_out remove drop push_out
ttl expiry time_to_live lifetime expires
expiry ttl expire time_out timeout runs_out
both_at_the_same_time both_at_once same_time
together at_the_same_time at_once both
afterwards async in_the_background
data_gone lost_data if_it_crashes
crash die go_down fail outage dies power_cut
outage failure downtime down crash incident
failure fault error outage breakdown crash problem
incident outage emergency problem
disaster catastrophe outage region_down
error exception failure fault bug throw wrong
exception error throw raise
throw raise exception error
raise_error throw exception
error_rate failures share_of_errors
backup copy snapshot dump
restore recover bring_back load_backup
standby spare secondary second_site backup_site
active_active both_live
site region data_centre location dc
region data_centre location area
zone az data_centre availability_zone
double_cost pay_double twice_the_price twice_as_expensive doubles_cost costs_double
how_long_down up_again downtime
timeout deadline time_limit time_out limit give_up
deadline time_limit due_date date due end_of
bulkhead isolation separate_pool own_pool compartments
circuit_breaker breaker opens trip stop_calling
fail_fast fails_fast fail_immediately give_up_quickly right_away
fallback default_value cached_value plan_b degrade alternative backup_answer cached_data degraded
degraded partial_answer cached default_values simpler
degrade reduce less fallback simpler
retry repeat try_again another_try attempt rety re_try try_once_more tries
retries repeats attempts tries
backoff wait_longer growing_delay exponential increasing_pause
jitter random random_delay spread
retry_budget limited_retries max_retries fewer_retries
multiply_load make_it_worse amplify more_load storm
load_shedding shed refuse_early drop_requests turn_away reject_early
throttle limit_rate reject slow_down rate_limit 429 too_many_requests rate_limited
throttling rate_limit too_many_requests 429 rejected
rate speed per_second pace frequency
rate_limit throttle quota
scale grow expand add_more handle_more
scaling autoscaling auto_scale grow scale_up scale_out
automatic auto by_itself on_its_own itself self without_doing_anything
by_itself automatically on_its_own alone itself
auto_scaling autoscale autoscaling scale_automatically auto_scale schedule
horizontal more_machines scale_out add_servers
vertical bigger_machine scale_up
load_balancer lb distribute proxy balancer
distribute spread share balance divide
spread distribute across divide over
route send direct forward path
endpoint url route address path
network net vpc connection
network_interface eni
subnet network_segment
internet web outside online public
outgoing outbound leaving egress going_out | incoming inbound
nat gateway nat_gateway
firewall security_group
latency delay response_time slow wait
throughput rate per_second volume bandwidth
performance speed fast quick
bottleneck slowest_part limit choke_point
memory ram mem gigabytes
cpu processor core vcpu compute
compute cpu run_code calculation processing
disk storage ssd drive tmp
storage disk space s3 room
scratch tmp temporary
file document object blob
archive zip tarball package
unpacked extracted unzipped mounted ends_up
unzipped unpacked extracted uncompressed
zip archive compressed package bundle
layer zip library
image container docker picture
container docker image
log logs trace print output line
logs logging cloudwatch_logs log_lines
metric number figure measurement graph
metrics graphs numbers figures dashboard
trace tracing x_ray span path
alarm alert page warning notify
alert alarm page warn
dashboard graphs view overview
monitor watch observe metrics alarm
debug find_the_bug investigate diagnose troubleshoot
reproduce repeat again recreate
test check unit_test verify
load_test stress_test
experiment trial prototype test poc spike trial_run try
prototype experiment poc trial
data numbers figures measurements facts evidence results
evidence data numbers facts proof measurements prototype timed load_test
measure metrics number figure time
criterion criteria measure standard
agreed_criteria agreed
interface api contract
contract interface agreement schema
schema structure shape format
format shape structure layout
type kind sort
field attribute column property
status state code result
status_code response_code http
result answer response outcome output reply
response answer reply result output
answer response reply
input parameters event payload
payload body data size message content
content data body inside
each_way in_and_out request_and_response both_directions
schedule cron timer timetable on_a_schedule every_hour
utilisation use load how_busy percentage usage
duplicate_code hardcode hard_coded hardcoded
hard_coded in_code hardcode
~ hardcode config externalised
window period interval span
interval period gap window
stream flow feed kinesis log
poll ask pull fetch query check read
polled polls read pulled asks
push send call notify
subscribe listen register
publish send emit announce
fan_out spread one_to_many copy_to_many
dead_letter_queue dlq failed_messages parking_place
destination target dlq goal
on_failure_destination dlq dead_letter
visibility_timeout hidden invisible
isolate separate keep_apart contain quarantine apart
bisect halve split_in_two half binary_search halves
stand_alone alone isolated single by_itself
iterator_age lag how_far_behind
workflow process flow state_machine pipeline saga
step stage phase task
steps stages tasks phases
history log audit keeps_track
forget stateless no_memory lose
remember keep store know
stateless forget no_state keeps_nothing
state data memory status
checkpoint save_point resume
coordinate orchestrate direct conduct call order
compensation undo refund roll_back revert
simple easy plain kiss
complexity complicated effort
monolith one_application single_app
microservice service small_service
vendor_lock_in lock_in dependence bound
maintenance upkeep patch care
patch update upgrade maintain
"""
