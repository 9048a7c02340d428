import type { Route } from './types.js'

/**
 * Every page of the desk: a line here, and a file that exports `get` or `post` or both. A page is loaded when it is first asked for.
 * docs/desk.md shows how one is added.
 */
export const ROUTES: readonly Route[] = [
  { path: '/', load: () => import('./pages/overview.js') },
  { path: '/import', load: () => import('./pages/importing/begin.js') },
  { path: '/import/:key', load: () => import('./pages/importing/review.js') },
  { path: '/new', load: () => import('./pages/beginning.js') },
  { path: '/search', load: () => import('./pages/searching.js') },
  { path: '/policies/:organisation/:policy', load: () => import('./pages/reading.js') },
  { path: '/policies/:organisation/:policy/compare', load: () => import('./pages/comparing.js') },
  { path: '/policies/:organisation/:policy/decide', load: () => import('./pages/deciding/index.js') },
  { path: '/policies/:organisation/:policy/papers', load: () => import('./pages/papers.js') },
  { path: '/policies/:organisation/:policy/papers/:paper{.+}', load: () => import('./pages/paper.js') },
  { path: '/policies/:organisation/:policy/edit', load: () => import('./pages/edit.js') },
  { path: '/policies/:organisation/:policy/edit/judge', load: () => import('./pages/edit-judge.js') },
  { path: '/policies/:organisation/:policy/keep', load: () => import('./pages/keeping.js') },
  { path: '/policies/:organisation/:policy/source', load: () => import('./pages/source.js') },
  { path: '/policies/:organisation/:policy/:version{\\d+\\.\\d+\\.\\d+}', load: () => import('./pages/reading.js') },
]
