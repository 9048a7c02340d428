/**
 * The part of `npm run demo` in which the two example revisions go the whole way, from proposal to release, in a copy under `out/route`: the
 * schools decided nothing, so nothing is written in `policies/`.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, decide, findWorkspace, openDisk, propose, release, sayIn, site, status, verify } from '../dist/commands.js'

const root = resolve('out/route')
rmSync(root, { recursive: true, force: true })
mkdirSync(root, { recursive: true })
for (const school of ['allure', 'flex-college']) {
  cpSync(join('policies', school), join(root, 'policies', school), { recursive: true })
}

const DAY = 86_400_000
const daysAgo = (count) => new Date(Date.now() - count * DAY).toISOString().slice(0, 10)

/** The workspace as it is on a day. */
function on(today) {
  const files = openDisk({ today })
  return { cwd: root, files, workspace: findWorkspace(root, undefined, files) }
}

/** Stops where a step was not taken: a demo of half a route shows nothing. */
async function step(taken) {
  const { messages } = await taken
  const errors = messages.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map((message) => JSON.stringify(message)).join('\n'))
}

/** The bodies of each route in their order, with how many days ago they decided. */
const ROUTES = {
  'flex-college/social-media': [
    ['medezeggenschapsraad', 12],
    ['directeur-bestuurder', 1],
  ],
  'allure/social-media': [
    ['ICT netwerk', 20],
    ['directieboard', 16],
    ['GMR', 9],
    ['College van Bestuur', 1],
  ],
}

for (const [policy, bodies] of Object.entries(ROUTES)) {
  await step(propose(on(daysAgo(28)), policy))
  for (const [body, days] of bodies) {
    // The resolution the board signs knows what was decided before it.
    if (days === 1) await step(build(on(daysAgo(2)), [policy], { paper: 'resolution', formats: ['pdf', 'docx'] }))
    await step(decide(on(daysAgo(days)), policy, { body, decision: 'positive' }))
  }
  await step(release(on(daysAgo(0)), policy))
}
await step(status(on(daysAgo(0)), [], { format: 'html' }))
await step(site({ ...on(daysAgo(0)), reader: { asked: 'nl' } }))
const { text } = await verify(on(daysAgo(0)), [])
console.log(`\nThe two revisions went the whole route in out/route:\n${text((_style, words) => words, sayIn('en'))}`)
