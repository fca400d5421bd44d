#!/bin/sh
# Runs after `npm install`: puts the Node 26 that came with it on the scripts' path, and says at once when it cannot start.
own=node_modules/.bin/node

# npm 10 and older unlink the command again, because the packages for other machines, which it leaves out, have it too.
if ! [ -e "$own" ]; then
  for node in node_modules/node-*/bin/node; do
    [ -x "$node" ] && ln -sf "../${node#node_modules/}" "$own"
  done
fi

[ "$("$own" -p 'Number.parseInt(process.versions.node, 10) >= 26')" = true ] && exit 0

# Official Linux builds since Node 25 need libatomic (BUILDING.md of Node), which a bare Debian has not.
echo 'Isonomia runs on Node 26, and the one that npm brought does not start here.' >&2
echo 'On Debian and Ubuntu it may lack a library: apt install libatomic1' >&2
exit 1
