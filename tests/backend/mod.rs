//! The backend as a client meets it: over HTTP, from outside.
//!
//! | file | what it shows |
//! | --- | --- |
//! | `cases` | requests and answers as data, in `cases/*.json` |
//! | `model` | random changes with retries and races equal a model of a few lines |
//! | `crash` | what was answered survives a kill at any instant, and a retry doubles nothing |
//! | `serving` | starting, ending, ports, folders, logs, and `beckon serve` itself |
//! | `contract` | schemathesis holds every address to the description |

mod cases;
mod contract;
mod crash;
mod http;
mod model;
mod serving;
