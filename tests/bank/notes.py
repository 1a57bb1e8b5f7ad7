"""A document in the grammar of the house, for what leaves the bank and comes back."""

from __future__ import annotations

NOTES = """---
title: Notes on tides
---
# Notes on tides

## Why does a queue need a visibility timeout?
*Difficulty: medium · Topics: queues, retries*

It hides a message while somebody works on it.

```python
queue.receive(seconds=30)
```

**Key points**

- **Hidden, not gone** (core): a message being worked on cannot be taken twice
- **Comes back** (core): without a deletion it turns up again
- **Long enough**: set it well above the time of one run

**Follow-up:** What happens when the run outlives it?

## Which queue keeps the order of its messages?
*Difficulty: easy · Topics: queues*

- [ ] A standard queue
  It tries to, and promises nothing.
- [x] A FIFO queue
  It keeps the order within each message group.

A FIFO queue delivers in order within a message group.

## What is a dead-letter queue?

=A place for messages that failed too often, say after 5 tries.
"""
