export type FilmState = 'none' | 'uploading' | 'inspecting' | 'unavailable' | 'inspected';

/** Where the film of a work stands: whether there is one, one is on its way, and how far its inspection is. */
export function filmState(film: { inspection: 'queued' | 'running' | 'done' | 'failed' } | null, isUploading: boolean): FilmState {
  if (!film) return isUploading ? 'uploading' : 'none';
  if (film.inspection === 'done') return 'inspected';
  return film.inspection === 'failed' ? 'unavailable' : 'inspecting';
}
