"""Hot keys of the whole desktop: the counter's keys while another program has the keyboard."""
