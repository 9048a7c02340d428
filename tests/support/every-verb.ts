import { VERBS } from '../../src/cli/verbs.js'

/**
 * Command lines in a workspace that has the policy `media`, its release 0.9.0, `bron.txt`, and `foto` that was made of the template
 * `bond/protocol`: each verb at least once, in every way in which it reads files and writes them.
 */
export const EVERY_VERB = [
  'init nieuw --organisation School --yes',
  'new Klachten --organisation linde',
  'import bron.txt --organisation linde',
  'list',
  'lint',
  'lint --fix --dry-run',
  'explain',
  'ids',
  'build --format html',
  'build media --format docx,pdf',
  'watch media --format html',
  'diff media',
  'board-pack media@0.9.0 media',
  'compare media media@0.9.0',
  'compare --propose',
  'check',
  'completion bash',
  'status',
  'propose media',
  'decide media --body MR --decision positive',
  'release media',
  'sign out/linde/media-1.0.0.pdf --certificate bos.p12',
  'withdraw media',
  'verify',
  'site --drafts',
  'preview --drafts',
  'desk --no-open',
  'adapt bond/protocol@1.0.0 --organisation linde --answers antwoorden.yaml --dry-run',
  'adapt foto --again',
  'attach media --template bond/protocol@1.0.0',
  'deviations foto',
  'upgrade foto --to 1.1.0',
] as const

/** Verbs that no line above runs: a new one needs a line. */
export const unlisted = (): string[] =>
  VERBS.map(({ name }) => name).filter((name) => !EVERY_VERB.some((line) => line.split(' ')[0] === name))
