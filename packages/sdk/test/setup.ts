/** What jsdom and Node lend each other by mistake: a channel of Node's reaches every test in the process, with events that are none of jsdom's. */
Reflect.deleteProperty(globalThis, "BroadcastChannel");
