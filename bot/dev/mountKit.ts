/** `/dev/kit` on a development machine: the parts of the staff pages to look at. */
import type { Request, Response, Server } from 'restify';
import { pageHeaders } from '../../web/server/page';
import { kitBody } from '../../web/server/staff/kitPage';
import { staffPage } from '../../web/server/staff/shell';
import { isFromHere } from '../http/fromHere';
import { respond, sendTrouble } from '../http/respond';

const ME = {
  name: 'Ailsa',
  places: [
    { path: '/dev/kit', words: 'Parts' },
    { path: '/staff/account', words: 'Your account' },
  ],
} as const;

export function mountKit(server: Server): void {
  const show = async (req: Request, res: Response) => {
    if (!isFromHere(req)) return sendTrouble(req, res, 404);
    const page = staffPage({
      title: 'Parts of the staff pages',
      me: ME,
      csrf: 'none',
      at: '/dev/kit',
      body: kitBody('none'),
    });
    respond(res, 200, page, pageHeaders());
  };
  server.get('/dev/kit', show);
  // its buttons lead back to it
  server.post('/dev/kit', show);
}
