import { join } from 'node:path'
import { openDisk } from '../../../src/workspace/disk.js'
import { diskSteps } from '../../../src/workspace/steps.js'
import { GONE, NEW, stoppingAt } from './steps.js'

// A process of its own, which writes and is stopped on the way: by a signal that it sends itself at a step.
const [root = '', number = '', half, signal = 'SIGKILL'] = process.argv.slice(2)
const steps = stoppingAt(diskSteps, Number(number), half === 'half', () => process.kill(process.pid, signal))
openDisk({ steps }).write(
  root,
  Object.entries(NEW).map(([path, bytes]) => ({ path: join(root, path), bytes })),
  GONE.map((path) => join(root, path)),
)
