import type { Reason } from '@kepu/shared/errors';
import { sectionOf, type SectionId } from '@kepu/shared/forms/work-form';
import { goTo, replaceWith, type PagePath, type PageParams } from '../../platform/navigation';

interface Place {
  page: PagePath;
  params: PageParams;
}

/** Where a section of the form is filled. */
export function sectionPlace(workId: string, id: SectionId, at?: string): Place {
  if (id === 'film') return { page: 'pages/creator/film/index', params: { work: workId } };
  if (id === 'commitment') return { page: 'pages/creator/sign/index', params: { work: workId } };
  return { page: 'pages/creator/section/index', params: { work: workId, id, at } };
}

/** Where a reason is mended: the exact field where it has one. */
export function reasonPlace(workId: string, reason: Pick<Reason, 'path'>): Place {
  const path = reason.path ?? '';
  return path === '' ? { page: 'pages/creator/form/index', params: { work: workId } } : sectionPlace(workId, sectionOf(path).id, path);
}

export function open({ page, params }: Place): void {
  goTo(page, params);
}

export function openInstead({ page, params }: Place): void {
  replaceWith(page, params);
}
