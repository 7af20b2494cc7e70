"""Reading at scale: documents into reports as partitioned Parquet, on one machine or a cluster.

    inputs ─▶ plan (shards) ─▶ engine: local processes | Ray ─▶ documents/ reports/ rejects/ done/ ─▶ manifest.json

A shard is a fixed stretch of the inputs. Whoever reads it writes the same bytes, under a temporary name first; its
receipt in `done/` comes last. So a run can be killed anywhere, and the next one reads only what has no receipt.
`load_batch` puts the reports into a ledger, whole shards at a time, and links them into events.
"""

from demarche.batch.inputs import Input
from demarche.batch.loading import Loaded, load_batch
from demarche.batch.manifest import Manifest
from demarche.batch.running import Progress, Request, Summary, read_batch

__all__ = ["Input", "Loaded", "Manifest", "Progress", "Request", "Summary", "load_batch", "read_batch"]
