import { SetMetadata } from '@nestjs/common';
import type { Action } from '@kepu/shared/domain/roles';

export const ACCESS = 'kepu:access';

/** isCounted: against the limit of the caller's address; otherwise nobody counts it, or its own handler does. */
export type Access = { kind: 'public'; isCounted: boolean } | { kind: 'action'; action: Action };

/** The route needs this action; on a route with an object in its path, on that object too. */
export const Can = (action: Action) => SetMetadata(ACCESS, { kind: 'action', action } satisfies Access);

/** Anyone may call this route: said on purpose, because an unmarked route stops the start. */
export const Public = ({ isCounted = true } = {}) => SetMetadata(ACCESS, { kind: 'public', isCounted } satisfies Access);
