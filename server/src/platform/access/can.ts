import { SetMetadata } from '@nestjs/common';
import type { Action } from '@kepu/shared/domain/roles';

export const ACCESS = 'kepu:access';

export type Access = { kind: 'public' } | { kind: 'action'; action: Action };

/** The route needs this action; on a route with an object in its path, on that object too. */
export const Can = (action: Action) => SetMetadata(ACCESS, { kind: 'action', action } satisfies Access);

/** Anyone may call this route: said on purpose, because an unmarked route stops the start. */
export const Public = () => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);
