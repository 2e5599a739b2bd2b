import { createBrowserRouter, Outlet } from 'react-router';
import { NotFound, PageFailed } from './PageFailed';
import { pages } from './pages';
import { RequireSession } from './RequireSession';
import { Shell } from './shell/Shell';
import { Started } from './Started';

/** Every page, each in a file of its own that is loaded when it is first opened. */
export const router = createBrowserRouter(
  [
    {
      element: (
        <Started>
          <Outlet />
        </Started>
      ),
      errorElement: <PageFailed />,
      hydrateFallbackElement: <></>,
      children: [
        { path: 'login', lazy: async () => ({ Component: (await import('../features/session/LoginPage')).LoginPage }) },
        { path: 'invite/:token', lazy: async () => ({ Component: (await import('../features/invitation/InvitePage')).InvitePage }) },
        {
          element: <RequireSession />,
          children: [
            {
              element: <Shell />,
              children: [
                {
                  errorElement: <PageFailed />,
                  children: [
                    { index: true, lazy: pages.overview },
                    { path: 'works', lazy: pages.works },
                    { path: 'works/:workId', lazy: pages.work },
                    { path: 'works/:workId/compare/:likenessId', lazy: pages.compare },
                    { path: 'units', lazy: pages.units },
                    { path: 'hand-overs', lazy: pages.handOvers },
                    { path: 'front-desk', lazy: pages.frontDesk },
                    { path: 'exports', lazy: pages.exports },
                    { path: 'campaign', lazy: pages.campaign },
                    { path: 'rules', lazy: pages.rules },
                    { path: 'audit', lazy: pages.audit },
                    { path: '*', element: <NotFound /> },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);
