/** The workbench page. */
import { createRoot } from 'react-dom/client';
import { Workbench } from './Workbench';
import './workbench.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Workbench />);
