"""Short answers marked by hand: h said, p partly said, m not said, one letter a point."""

from __future__ import annotations

# (prompt, points, [(answer, verdicts)]). Every second answer is for developing the marker on, the
# others are only reported.
LABELLED: list[tuple[str, list[str], list[tuple[str, str]]]] = [
    (
        "What is an index in a relational database, and what does it cost?",
        [
            "Speeds up reads: finds rows without scanning the whole table",
            "Slows down writes: each insert must update the index too",
            "Takes extra disk space",
        ],
        [
            ("It lets the database find rows quickly without a full table scan.", "hmm"),
            (
                "Reads get faster because no scan of the whole table is needed. Writes get slower, "
                "since every insert has to update the index, and it uses more disk space.",
                "hhh",
            ),
            ("An index makes reads slower and writes faster.", "mmm"),
            ("It is a kind of backup of the table on another machine.", "mmm"),
            ("Queries find matching rows fast. It needs additional storage on disk.", "hmh"),
            ("Indexes do not speed up reads and take no extra disk space.", "mmm"),
            ("Inserts and updates become more expensive as the index is updated as well.", "mhm"),
            ("It costs some space.", "mmp"),
        ],
    ),
    (
        "How long may a build run before the runner gives up?",
        ["A build may run for at most 30 minutes", "A job that takes longer is killed"],
        [
            ("30 minutes, then it is killed", "hh"),
            ("Half an hour at most.", "hm"),
            ("1,800 seconds. Whatever takes longer gets terminated.", "hh"),
            ("It can run for 60 minutes.", "mm"),
            ("No longer than 30 min", "hm"),
            ("There is no limit, a build may run for as long as it likes.", "mm"),
            ("Longer jobs are not killed, and the maximum is 45 minutes.", "mm"),
            ("A build cannot run for more than thirty minutes; it is stopped after that.", "hh"),
        ],
    ),
    (
        "What does TLS give you?",
        [
            "Traffic is encrypted in transit",
            "The server proves its identity with a certificate",
            "Tampering with the messages is detected",
        ],
        [
            (
                "It encrypts the traffic and the server shows a certificate that proves who it is.",
                "hhm",
            ),
            ("Traffic is not encrypted in transit but the messages are compressed.", "mmm"),
            ("Integrity: nobody can tamper with messages unnoticed, it would be detected.", "mmh"),
            ("Encryption of traffic while it is in transit.", "hmm"),
            ("The client proves its identity to the server with a password.", "mmm"),
            (
                "Encrypted traffic in transit, identity of the server by certificate, "
                "detection of tampered messages.",
                "hhh",
            ),
            ("Something with certificates.", "mmm"),
            ("Unencrypted traffic in transit.", "mmm"),
        ],
    ),
    (
        "What is a cold start?",
        [
            "A new environment must be started before the code runs",
            "It adds latency to the first request",
            "Later requests reuse the warm environment",
        ],
        [
            (
                "When there is no environment yet, a new one has to be "
                "started before your code runs, "
                "which makes the first request slow.",
                "hhm",
            ),
            (
                "The first request has extra latency; following requests use "
                "the warm environment again.",
                "mhh",
            ),
            ("It removes latency from the first request.", "mmm"),
            ("A new environment is booted before the code is run.", "hmm"),
            ("Requests after that do not reuse the warm environment.", "mmm"),
            ("The weather in winter makes servers cold.", "mmm"),
            (
                "Starting a new environment before running code adds a delay to the first request, "
                "later ones reuse it while it is warm.",
                "hhh",
            ),
            ("It is slow.", "mpm"),
        ],
    ),
    (
        "How does a message queue help when a consumer is down?",
        [
            "The queue stores messages until the consumer is back",
            "The producer does not wait for the consumer",
            "Messages may be delivered more than once",
        ],
        [
            ("Messages are kept in the queue until the consumer comes back.", "hmm"),
            (
                "The producer need not wait for the consumer, because the queue keeps the messages "
                "until the consumer is back again.",
                "hhm",
            ),
            ("The consumer does not wait for the producer.", "mmm"),
            ("The producer waits for the consumer to be up again.", "mmm"),
            ("A message can be delivered several times, more than once.", "mmh"),
            ("Messages are never delivered more than once.", "mmm"),
            ("Messages are lost when the consumer is down.", "mmm"),
            (
                "The queue holds on to messages till the consumer returns; the producer goes on "
                "without waiting for the consumer.",
                "hhm",
            ),
        ],
    ),
    (
        "What makes an operation idempotent, and why does it matter?",
        [
            "Doing it twice has the same effect as doing it once",
            "Makes retries after a timeout safe",
        ],
        [
            (
                "Running it two times has the same effect as running it once, so retries are safe "
                "after a timeout.",
                "hh",
            ),
            ("You can safely retry after a timeout.", "mh"),
            ("Each call has a different effect.", "mm"),
            (
                "Repeating it changes nothing further: the effect of doing it twice is the same.",
                "hm",
            ),
            ("Retries after a timeout are not safe.", "mm"),
            ("It means fast.", "mm"),
            ("No matter how often you call it, the effect is the same as once.", "hm"),
            ("It is safe to try again when a call timed out.", "mh"),
        ],
    ),
    (
        "Compare processes and threads.",
        [
            "Threads of one process share memory",
            "Processes are isolated from each other",
            "Creating a process costs more than creating a thread",
        ],
        [
            (
                "Threads share the memory of their process, processes are "
                "isolated from one another.",
                "hhm",
            ),
            ("Processes share memory and threads are isolated from each other.", "mmm"),
            ("Creating a thread is cheaper than creating a process.", "mmh"),
            ("Threads do not share memory.", "mmm"),
            ("A thread costs more to create than a process.", "mmm"),
            (
                "Memory is shared between the threads of a process. "
                "Processes are separated and cannot "
                "see each other. A process is more expensive to create than a thread.",
                "hhh",
            ),
            ("Both run code.", "mmm"),
            ("Processes have isolation.", "mhm"),
        ],
    ),
    (
        "Why put a cache in front of a database?",
        [
            "Takes read load off the database",
            "Answers from memory, so latency falls",
            "Data may be stale until it expires",
        ],
        [
            (
                "Fewer reads reach the database, and answers come from memory with lower latency.",
                "hhm",
            ),
            ("The data can be stale until it expires.", "mmh"),
            ("It puts more read load on the database.", "mmm"),
            (
                "Reduces the load of reads on the database; the price is stale data until expiry.",
                "hmh",
            ),
            ("Data is never stale.", "mmm"),
            ("Latency goes down because it answers from RAM.", "mhm"),
            ("A cache makes writes durable on several disks.", "mmm"),
            ("Latency rises as answers come from memory.", "mmm"),
        ],
    ),
    (
        "What is the difference between authentication and authorisation?",
        [
            "Authentication establishes who somebody is",
            "Authorisation decides what they may do",
        ],
        [
            (
                "Authentication establishes who the user is; authorization "
                "decides what the user may do.",
                "hh",
            ),
            (
                "Authentication decides what you may do, authorisation establishes who you are.",
                "mm",
            ),
            ("authn = who somebody is, authz = what somebody may do", "hh"),
            ("They are the same thing.", "mm"),
            ("First the identity is established by authentication.", "hm"),
            ("Permissions are decided by authorisation.", "mh"),
            ("Logging in.", "mm"),
            ("Authentication does not establish who somebody is.", "mm"),
        ],
    ),
    (
        "What happens in a blue-green deployment?",
        [
            "Two environments exist, only one receives traffic",
            "Switch all traffic to the new version at once",
            "Roll back by switching back to the old environment",
        ],
        [
            (
                "There are two environments and just one of them gets "
                "traffic. You switch traffic over to "
                "the new version at once. To roll back, switch back to the old environment.",
                "hhh",
            ),
            ("All the traffic is switched to the new version in one go.", "mhm"),
            ("You cannot roll back to the old environment.", "mmm"),
            ("Traffic is moved gradually, one per cent at a time.", "mmm"),
            ("If it fails you revert by switching to the old environment again.", "mmh"),
            ("Two environments, one of which serves traffic.", "hmm"),
            ("All traffic is switched to the old version at once.", "mmm"),
            ("You paint the servers.", "mmm"),
        ],
    ),
    (
        "How large may an uploaded picture be?",
        ["At most 5 MB", "Larger pictures are refused with status 413"],
        [
            ("5 megabytes", "hm"),
            ("Up to 5,000 KB, otherwise the answer is 413.", "hp"),
            ("50 MB", "mm"),
            ("Five MB at most; larger ones are rejected with a 413", "hh"),
            ("Larger pictures are accepted.", "mm"),
            ("There is a limit of 10 MB and larger pictures get status 413.", "mh"),
            ("5 seconds", "mm"),
            ("It is refused with 404 if it is larger than 5 MB.", "hm"),
        ],
    ),
    (
        "What does a load balancer do?",
        [
            "Spreads requests over several servers",
            "Takes unhealthy servers out of rotation",
        ],
        [
            (
                "It distributes requests across multiple servers and takes unhealthy ones out of "
                "rotation.",
                "hh",
            ),
            ("Servers that are unhealthy get removed from rotation.", "mh"),
            ("It sends every request to the same server.", "mm"),
            ("Requests are spread among many servers.", "hm"),
            ("It keeps unhealthy servers in rotation.", "mm"),
            ("It stores data.", "mm"),
            (
                "Requests get distributed to several machines; healthy servers stay in, unhealthy "
                "servers go out of rotation.",
                "hh",
            ),
            ("It never spreads requests over several servers.", "mm"),
        ],
    ),
    (
        "What is a foreign key for?",
        [
            "A row may only refer to a row that exists",
            "Deleting the parent can cascade to its children",
        ],
        [
            ("It guarantees that a row only refers to an existing row.", "hm"),
            ("When the parent is deleted, the deletion can cascade to the children.", "mh"),
            ("Deleting a child cascades to its parent.", "mm"),
            ("A row may refer to rows that do not exist.", "mm"),
            (
                "References must point at rows that exist; deletes of the "
                "parent cascade to children.",
                "hh",
            ),
            ("It is a key from abroad.", "mm"),
            ("Referential integrity: the row that is referred to exists.", "hm"),
            ("Children are deleted with the parent, by cascade.", "mh"),
        ],
    ),
    (
        "Explain optimistic locking.",
        [
            "No lock is held while the data is being edited",
            "A version number is checked when saving",
            "On a conflict the save fails and is tried again",
        ],
        [
            (
                "You hold no lock while editing. On save the version number "
                "is checked; if there is a "
                "conflict the save fails and you try again.",
                "hhh",
            ),
            ("A lock is held while the data is edited.", "mmm"),
            ("The version is compared when you save.", "mhm"),
            ("Saving fails on a conflict and must be retried.", "mmh"),
            ("There is no version number and nothing is checked when saving.", "mmm"),
            ("Data is edited without holding a lock.", "hmm"),
            ("It hopes for the best.", "mmm"),
            ("Conflicts are ignored, the save never fails.", "mmm"),
        ],
    ),
]
