//! The program on a real terminal: what it takes of it, and what it gives back.

mod clipboard;
mod counter;
mod dashboard;
mod guard;
mod keyboard;
mod meeting;
mod mouse;
mod pick;
mod saving;
mod session;
mod wire;
mod writing;
