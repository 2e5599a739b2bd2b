import { exclusively } from '../../platform/exclusive';
import { http } from '../../platform/http';
import { storage } from '../../platform/storage';
import { ApiClient } from './api-client';
import { Session } from './session';

/** The log-in of this phone. */
export const session = new Session({ storage, http, exclusively });

/** The server's API, as the person who is logged in. */
export const api = new ApiClient(http, session);
