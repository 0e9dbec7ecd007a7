// node bench.mjs PORT SECONDS BATCH: whole lives of BullMQ jobs per second (added, handed to a worker, completed), 256 of them in
// flight when each is added by itself, or as many batches as a producer would send at once. Prints one number.
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

const concurrency = 256;
const jobs = 500;
const [port, seconds, batch] = process.argv.slice(2).map(Number);
const loops = batch === 1 ? concurrency : 2;

const connect = () => new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null });
const name = `lives${batch}`;
const queue = new Queue(name, { connection: connect() });
const worker = new Worker(name, async () => {}, { connection: connect(), concurrency });

// Who waits for the jobs that were added together: how many are left, and how to say that none is.
const waiting = new Map();
const early = new Set();
worker.on('completed', job => {
  if (waiting.has(job.id)) end(job.id);
  else early.add(job.id);
});
worker.on('failed', (_, error) => fail(error));
worker.on('error', fail);
queue.on('error', fail);

let number = 0;
const life = () => ({ name: `job${number++ % jobs}`, data: { book: String(number), chapter: '7' } });

async function live() {
  const added = batch === 1
    ? [await add(life())]
    : await queue.addBulk(Array.from({ length: batch }, life));
  await new Promise(resolve => {
    const group = { left: added.length, resolve };
    for (const { id } of added) waiting.set(id, group);
    for (const { id } of added) if (early.delete(id)) end(id);
  });
  return added.length;
}

const add = ({ name, data }) => queue.add(name, data);

function end(id) {
  const group = waiting.get(id);
  waiting.delete(id);
  if (--group.left === 0) group.resolve();
}

function fail(error) {
  console.error(error);
  process.exit(1);
}

async function measure(length) {
  let lives = 0;
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  await Promise.all(Array.from({ length: loops }, async () => {
    while (elapsed() < length) {
      const lived = await live();
      lives += lived;
    }
  }));
  return lives / elapsed();
}

await worker.waitUntilReady();
await measure(Math.min(seconds, 5));
const rate = await measure(seconds);
const counts = await queue.getJobCounts('completed', 'waiting', 'active', 'failed');
if (counts.completed !== number || counts.waiting + counts.active + counts.failed !== 0) {
  fail(new Error(`${number} jobs were added, and there are ${JSON.stringify(counts)}.`));
}
console.log(rate.toFixed(1));
process.exit(0);
