import type { Bytes, Unruled } from '../model/index.js'
import type { Repository } from './repository.js'

/** What stands at a path: `other` is a device, a pipe or a socket. */
export type Kind = 'file' | 'folder' | 'other'

/** What stands in a folder; a link is `other`. */
export interface FileEntry {
  readonly name: string
  readonly kind: Kind
}

/** A file to be written. */
export interface Output {
  readonly path: string
  readonly bytes: Bytes
}

/**
 * The world a run works in: files, their revisions, and the day. The disk is one, memory another; one suite of tests holds them to the
 * same. Paths are absolute. What is read is kept until the run ends or something is written, so that a run sees one state. What the
 * system refuses is thrown as a `FileProblem`.
 */
export interface Files {
  /** YYYY-MM-DD, where the operator is. */
  readonly today: string
  /** This moment, which only a signature carries: what is made of texts is the same all day. */
  now(): Date
  /** Undefined where there is nothing, links followed. */
  kindOf(path: string): Kind | undefined
  /** In bytes, of a file. */
  sizeOf(path: string): number
  read(path: string): Uint8Array
  /** What stands in a folder, by name; nothing where there is no folder. */
  list(folder: string): readonly FileEntry[]
  /** The path with its links followed, as far as it exists. */
  realPath(path: string): string
  /** A file as it was in a git revision, or the reason why it cannot be had. */
  revision(path: string, revision: string): Uint8Array | Unruled<'name/unknown'>
  /** The git repository a folder stands in, if any. */
  repository(folder: string): Repository | undefined
  /**
   * Writes all files or none, as one step that nobody sees half done: another run that writes below `home` waits, and what a run
   * that was killed began is completed or undone by the next. A file that changed since this run read it is not overwritten. Files that
   * are `gone`, all below `home`, are taken away in the same step, and folders that are empty then.
   */
  write(home: string, outputs: readonly Output[], gone?: readonly string[]): void
  /** Completes or undoes what a run that was killed left half written below `home`; waits for one that is still writing. */
  settle(home: string): void
}
