import { execFileSync } from 'node:child_process'
import { relative } from 'node:path'
import type { Unruled } from '../model/index.js'

/** What is to be kept in git. */
export interface Commit {
  /** Absolute paths. */
  readonly files: readonly string[]
  readonly message: string
  /** An annotated tag with the same message. */
  readonly tag?: string
  /** The name of who wrote it, where that is another than who commits. */
  readonly author?: string
}

/** A commit in which a file changed. */
export interface Revision {
  readonly hash: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly author: string
  readonly subject: string
}

/** The git repository a folder stands in. */
export interface Repository {
  /** Why nothing can be committed on this branch, or that tag not be made; undefined where both can. Changes nothing. */
  hindrance(tag?: string): Unruled<'git/refused'> | undefined
  /**
   * Commits exactly these files, whatever else is staged, which stays staged; and tags that. Gives the commit's short hash, or what git said; then
   * none of the files is staged.
   */
  commit(commit: Commit): string | Unruled<'git/refused'>
  /** Who commits here, by name; undefined where git was never told. */
  committer(): string | undefined
  /** The last commits in which a file changed, the newest first; none where there is none yet. */
  revisions(path: string, most: number): readonly Revision[]
}

/** The repository around a folder; undefined where there is none, or no git. */
export function openRepository(folder: string): Repository | undefined {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nobody is asked, and nobody waits.
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true' },
    }).trim()
  const succeeds = (...args: readonly string[]): boolean => {
    try {
      git(...args)
      return true
    } catch {
      return false
    }
  }
  if (!succeeds('rev-parse', '--is-inside-work-tree')) return undefined
  return {
    hindrance(tag) {
      if (!succeeds('symbolic-ref', '--quiet', 'HEAD')) return { form: 'detached' }
      if (succeeds('rev-parse', '--quiet', '--verify', 'MERGE_HEAD')) return { form: 'merging' }
      if (!succeeds('var', 'GIT_COMMITTER_IDENT')) return { form: 'nobody' }
      if (tag !== undefined && !succeeds('check-ref-format', `refs/tags/${tag}`)) return { form: 'tag-name', values: { tag } }
      const taken = tag !== undefined && succeeds('rev-parse', '--quiet', '--verify', `refs/tags/${tag}`)
      return taken ? { form: 'tag', values: { tag } } : undefined
    },
    commit({ files, message, tag, author }) {
      // By names that git takes for no pattern.
      const named = ['--', ...files.map((path) => `:(top,literal)${relative(git('rev-parse', '--show-toplevel'), path)}`)]
      try {
        git('add', ...named)
        const by = author === undefined ? [] : [`--author=${identOf(author)}`]
        git('commit', '--quiet', '--only', ...by, '-m', message, ...named)
      } catch (error) {
        succeeds('reset', '--quiet', ...named)
        return { form: 'failed', values: { said: saidBy(error) } }
      }
      try {
        if (tag !== undefined) git('tag', '-a', '-m', message, tag)
      } catch (error) {
        return { form: 'failed-tag', values: { said: saidBy(error) } }
      }
      return git('rev-parse', '--short', 'HEAD')
    },
    committer() {
      try {
        return /^(.*) <[^<]*$/.exec(git('var', 'GIT_COMMITTER_IDENT'))?.[1]
      } catch {
        return undefined
      }
    },
    revisions(path, most) {
      try {
        const lines = git('log', `--max-count=${most}`, '--format=%h%x09%as%x09%an%x09%s', '--', `:(literal)${path}`)
        return lines.split('\n').flatMap((line) => {
          const [hash = '', date = '', author = '', ...subject] = line.split('\t')
          return hash === '' ? [] : [{ hash, date, author, subject: subject.join(' ') }]
        })
      } catch {
        return []
      }
    },
  }
}

/** A name as git takes one. No address of mail is made up for it. */
const identOf = (name: string): string => `${name.replace(/[<>\p{Cc}]/gu, ' ').trim()} <>`

/** What git said last. */
export const saidBy = (error: unknown): string =>
  String((error as { stderr?: Uint8Array | string }).stderr ?? error)
    .trim()
    .split('\n')
    .at(-1) as string
