#!/bin/sh
# Runs after `npm install`: says at once when the Node 26 that came with it does not start on this machine.
# Official Linux builds since Node 25 need libatomic (BUILDING.md of Node), which a bare Debian has not.
node -e 'process.exit(Number.parseInt(process.versions.node, 10) >= 26 ? 0 : 1)' && exit 0
echo 'Isonomia runs on Node 26. npm brought it, but it does not start here.' >&2
echo 'On Debian and Ubuntu it needs one library more: apt install libatomic1' >&2
exit 1
