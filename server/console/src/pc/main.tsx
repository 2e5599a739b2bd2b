import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import { ComputerPage } from './ComputerPage';

const root = document.getElementById('root');
if (!root) throw new Error('pc.html has no #root');

createRoot(root).render(<StrictMode><ComputerPage /></StrictMode>);
