/** What Node does at best before it answers: the floor of a boot. */
import { createServer } from 'node:http';

createServer((_, response) => response.end('ok')).listen(Number(process.argv[2]), '127.0.0.1');
